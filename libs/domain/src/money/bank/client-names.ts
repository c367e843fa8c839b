import type { PayableDocument, ReceivedLine } from './bank-types';
import { SimilarWords } from './similar-words';
import { tellingWords } from './words';

interface Client {
  readonly organisationId: string;
  readonly words: number;
}

/** Finds clients by their names in bank lines, whatever the order of words, with one wrong letter a word. */
export class ClientNames {
  private readonly byWord = new Map<string, Client[]>();
  private readonly similar: SimilarWords;
  private readonly known = new Map<string, readonly string[]>();

  constructor(documents: readonly PayableDocument[]) {
    const seen = new Set<string>();
    for (const { organisationId, clientName } of documents) {
      if (seen.has(`${organisationId} ${clientName}`)) continue;
      seen.add(`${organisationId} ${clientName}`);
      const words = tellingWords(clientName);
      const client = { organisationId, words: words.length };
      for (const word of words) this.byWord.set(word, [...(this.byWord.get(word) ?? []), client]);
    }
    this.similar = new SimilarWords([...this.byWord.keys()]);
  }

  /**
   * The clients that a line names: all words of the client are in the line, or the line’s name has at least two words
   * and all are the client’s. Of several, those with the most words in common.
   */
  find({ name, text }: Pick<ReceivedLine, 'name' | 'text'>): readonly string[] {
    const key = JSON.stringify([name, text]);
    const found = this.known.get(key) ?? this.search(name ?? '', text);
    this.known.set(key, found);
    return found;
  }

  private search(name: string, text: string): string[] {
    const nameWords = tellingWords(name);
    const inLine = this.hits([...new Set([...nameWords, ...tellingWords(text)])]);
    const inName = this.hits(nameWords);
    const fits = [...inLine].filter(
      ([client, count]) =>
        count >= client.words || (nameWords.length > 1 && (inName.get(client) ?? 0) >= nameWords.length),
    );
    const most = Math.max(0, ...fits.map(([, count]) => count));
    const best = fits.filter(([, count]) => count === most).map(([{ organisationId }]) => organisationId);
    return [...new Set(best)].sort();
  }

  /** How many of these words each client has. */
  private hits(words: readonly string[]): Map<Client, number> {
    const counts = new Map<Client, number>();
    for (const word of words) {
      const clients = new Set(this.similar.to(word).flatMap((same) => this.byWord.get(same) ?? []));
      for (const client of clients) counts.set(client, (counts.get(client) ?? 0) + 1);
    }
    return counts;
  }
}
