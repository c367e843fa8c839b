import { type EntityManager, In } from 'typeorm';
import type { ChainedRecord, ChainedRow } from '../chain/chained-record';
import { Payment } from '../settlement/settlement.entities';
import { AccountEntry, MemberAccount } from './account.entities';
import { entryPayload } from './entry-payload';

async function entryRows(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, ChainedRow>> {
  const rows = await manager.findBy(AccountEntry, { number: In([...numbers]) });
  const ids = rows.flatMap(({ paymentId }) => paymentId ?? []);
  const payments = ids.length === 0 ? [] : await manager.findBy(Payment, { id: In(ids) });
  const numberOf = new Map(payments.map(({ id, number }) => [id, number]));
  return new Map(
    rows.map((row) => {
      const payment = row.paymentId && (numberOf.get(row.paymentId) ?? '');
      return [row.number, ({ text }) => entryPayload(row, { payment }, text)];
    }),
  );
}

/** Movements of accounts as links of the chain. */
export const chainedEntries: ChainedRecord = {
  kind: 'account-entry',
  entity: AccountEntry,
  isSeries: false,
  read: entryRows,
  reads: [Payment, MemberAccount],
};
