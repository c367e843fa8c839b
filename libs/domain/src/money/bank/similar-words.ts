/** Shorter words must be equal: one letter makes another word of them. */
const SHORTEST = 5;

/** Each way to leave one letter out. Words with one wrong letter have one of these in common. */
const shortened = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** True if at most one letter is added, missing or another, or two neighbours changed places. */
export function isSimilar(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

/** A set of words that is searched with one error allowed, without comparing with each. */
export class SimilarWords {
  private readonly words: ReadonlySet<string>;
  private readonly byShortened = new Map<string, string[]>();
  private readonly known = new Map<string, readonly string[]>();

  constructor(words: readonly string[]) {
    this.words = new Set(words);
    for (const word of this.words)
      if (word.length >= SHORTEST) for (const key of [word, ...shortened(word)]) this.index(key, word);
  }

  /** The words of the set that are like this one. */
  to(word: string): readonly string[] {
    const found = this.known.get(word) ?? this.search(word);
    this.known.set(word, found);
    return found;
  }

  private index(key: string, word: string): void {
    const words = this.byShortened.get(key);
    if (words) words.push(word);
    else this.byShortened.set(key, [word]);
  }

  private search(word: string): readonly string[] {
    const exact = this.words.has(word) ? [word] : [];
    if (word.length < SHORTEST) return exact;
    const near = [word, ...shortened(word)].flatMap((key) => this.byShortened.get(key) ?? []);
    return [...new Set([...exact, ...near])].filter((each) => isSimilar(each, word));
  }
}
