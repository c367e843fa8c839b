import type { LinkRecord } from '../chain/append-link';
import { canonicalJson } from '../chain/canonical-json';
import { sha256 } from '../chain/link-hash';
import type { AccountEntry } from './account.entities';

/** Numbers instead of ids of the database. */
export interface EntryNames {
  /** The number of the entry's payment; null: it has none. */
  readonly payment: string | null;
}

/** What the link of an entry says. The account's reference stands for the person, and the reason is a salted hash. */
export function entryPayload(entry: AccountEntry, { payment }: EntryNames, linkedText?: unknown): LinkRecord {
  const { number, kind, bookedOn, cents, balanceCents, at, salt } = entry;
  return {
    ...{ record: 'account-entry', kind, number, day: bookedOn, cents, balance: balanceCents, payment },
    at: new Date(at).toISOString(),
    text: salt === '' ? String(linkedText) : sha256(salt, canonicalJson(sealedOf(entry))),
  };
}

/** What of an entry leads to a person. */
export const sealedOf = ({ reason, usageRecordId }: AccountEntry) => ({ reason, print: usageRecordId });
