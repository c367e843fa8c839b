import { type Cents, cents } from '@pandafab/shared';
import type { PaperDay } from '../paper';
import type { Account, Journal } from './accounts';

/** A client's own account below the account of all clients. */
export interface ClientAccount {
  readonly number: string;
  readonly name: string;
}

/** What a line on a client's account belongs to. The lines of a document or payment that is settled share a letter. */
export interface Settles {
  readonly what: 'document' | 'payment';
  readonly id: string;
}

export interface EntryLine {
  readonly account: Account;
  /** On the account of clients only. */
  readonly client: ClientAccount | null;
  /** Above 0: debit; below: credit; never 0. */
  readonly cents: Cents;
  readonly settles: Settles | null;
}

/** An entry of a journal. Its lines add up to 0. */
export interface Entry {
  readonly journal: Journal;
  /** The day on which it is in the books: also the day on which it became final. */
  readonly day: PaperDay;
  /** Number and day of the invoice or payment behind it. */
  readonly piece: string;
  readonly pieceDay: PaperDay;
  readonly label: string;
  readonly lines: readonly EntryLine[];
}

/** A line that is on no client's account. */
export const plainLine = (account: Account, amount: number): EntryLine => ({
  ...{ account, client: null, cents: cents(amount), settles: null },
});

const keyOf = ({ account, client, settles }: EntryLine): string =>
  [account.number, client?.number, settles?.what, settles?.id].join(' ');

/** Lines of one account become one line, and lines of 0.00 are left out: the tax office wants neither. */
export function gathered(lines: readonly EntryLine[]): EntryLine[] {
  const found = new Map<string, EntryLine>();
  for (const line of lines) {
    const key = keyOf(line);
    const sum = (found.get(key)?.cents ?? 0) + line.cents;
    found.set(key, { ...line, cents: cents(sum) });
  }
  return [...found.values()].filter((line) => line.cents !== 0);
}

/** @throws RangeError when the lines do not add up to 0: nothing that is out of balance leaves the service. */
export function entryOf(entry: Entry): Entry {
  const lines = gathered(entry.lines);
  const sum = lines.reduce((total, line) => total + line.cents, 0);
  if (sum !== 0) throw new RangeError(`entry for ${entry.piece} is out of balance by ${sum} cents`);
  return { ...entry, lines };
}
