import type { PayableDocument, TopUpReference } from './bank-types';
import { rfReference } from './rf-reference';
import { compact, wordsOf } from './words';

/** Digits of a document’s number after its series. */
const WHOLE = /^\d{6,}$/;
/** Banks break long texts anywhere: a reference of 25 characters may come in groups of four. */
const MOST_WORDS = 7;
const MOST_CHARACTERS = 25;

/** A text that names a document. */
export interface Mention {
  readonly document: PayableDocument;
  /** `short`: without leading zeros; `bare`: without the letters in front. */
  readonly form: 'rf' | 'whole' | 'short' | 'bare';
}

export interface Mentions {
  readonly documents: readonly Mention[];
  readonly members: readonly TopUpReference[];
  /** True if it also has a complete number of a known series that is not open: it was paid before, or never issued. */
  readonly hasOthers: boolean;
}

interface Numbered {
  /** `FA2026`, `FAROT2026`. */
  readonly series: string;
  readonly counter: number;
}

function partsOf(number: string): Numbered | undefined {
  const [, front = '', digits = ''] = /^(.*?)(\d+)$/.exec(number.replace(/\s/g, '')) ?? [];
  return digits === '' ? undefined : { series: compact(front), counter: Number(digits) };
}

/** Finds numbers of documents and references of members in the texts of banks, whatever their spaces and signs. */
export class MentionIndex {
  private readonly exact = new Map<string, Mention | TopUpReference>();
  private readonly counted = new Map<string, PayableDocument>();
  private readonly series = new Set<string>();
  /** By year and counter; undefined where several series have the same. */
  private readonly bare = new Map<string, PayableDocument | undefined>();

  constructor(documents: readonly PayableDocument[], members: readonly TopUpReference[]) {
    for (const document of documents) this.add(document);
    for (const member of members) this.exact.set(compact(member.reference), member);
  }

  /** Every mention, each document once, in the order of the text. */
  find(texts: readonly (string | null)[]): Mentions {
    const found = new Found();
    for (const text of texts) if (text) this.findIn(wordsOf(text), found);
    return found.result();
  }

  private add(document: PayableDocument): void {
    this.exact.set(compact(document.number), { document, form: 'whole' });
    this.exact.set(rfReference(document.number), { document, form: 'rf' });
    const parts = partsOf(document.number);
    if (!parts) return;
    this.series.add(parts.series);
    this.counted.set(`${parts.series} ${parts.counter}`, document);
    const bare = `${parts.series.slice(-4)} ${parts.counter}`;
    this.bare.set(bare, this.bare.has(bare) ? undefined : document);
  }

  private findIn(words: readonly string[], found: Found): void {
    for (const [at, word] of words.entries()) {
      if (this.findFrom(words, at, found)) continue;
      this.findBare(word, words[at + 1], found);
      this.findGlued(word, found);
    }
  }

  /** A mention that begins with this word: the longest of the exact ones, else one without its zeros. */
  private findFrom(words: readonly string[], at: number, found: Found): boolean {
    let text = '';
    let hit: Mention | TopUpReference | undefined;
    let short: PayableDocument | undefined;
    let isOther = false;
    for (const word of words.slice(at, at + MOST_WORDS)) {
      const counted = this.counterAfter(text, word);
      if (counted) short ??= this.counted.get(counted.key);
      isOther ||= counted?.isWhole === true && !this.counted.has(counted.key);
      text += word;
      if (text.length > MOST_CHARACTERS) break;
      hit = this.exact.get(text) ?? hit;
    }
    if (hit) found.add(hit);
    else if (short) found.add({ document: short, form: 'short' });
    else if (isOther) found.hasOthers = true;
    return hit !== undefined || short !== undefined || isOther;
  }

  /** `FA2026` and `12`, or `FA` and `202612`: the series may end in the middle of the word. */
  private counterAfter(text: string, word: string): { key: string; isWhole: boolean } | undefined {
    for (const series of this.series) {
      const digits = `${text}${word}`.startsWith(series) ? `${text}${word}`.slice(series.length) : '';
      if (text.length > series.length || !/^\d{1,9}$/.test(digits)) continue;
      return { key: `${series} ${Number(digits)}`, isWhole: WHOLE.test(digits) };
    }
    return undefined;
  }

  /** `2026-000012`, where the letters were left out. */
  private findBare(word: string, next: string | undefined, found: Found): void {
    if (!/^20\d\d$/.test(word) || !next || !WHOLE.test(next)) return;
    const document = this.bare.get(`${word} ${Number(next)}`);
    if (document) found.add({ document, form: 'bare' });
  }

  /** `FACTUREFA2026000012`, where the space was left out. */
  private findGlued(word: string, found: Found): void {
    for (const series of this.series) {
      const at = word.length > series.length + 6 ? word.indexOf(series, 1) : -1;
      const [digits] = at > 0 ? (/^\d{6,}$/.exec(word.slice(at + series.length)) ?? []) : [];
      const document = digits ? this.counted.get(`${series} ${Number(digits)}`) : undefined;
      if (document) found.add({ document, form: 'whole' });
    }
  }
}

/** Collects mentions, each thing once. */
class Found {
  hasOthers = false;
  private readonly documents = new Map<string, Mention>();
  private readonly members = new Map<string, TopUpReference>();

  add(hit: Mention | TopUpReference): void {
    if ('memberId' in hit) this.members.set(hit.memberId, hit);
    else if (!this.documents.has(hit.document.id)) this.documents.set(hit.document.id, hit);
  }

  result(): Mentions {
    return {
      documents: [...this.documents.values()],
      members: [...this.members.values()],
      hasOthers: this.hasOthers,
    };
  }
}
