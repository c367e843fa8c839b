import { type EntityManager, In } from 'typeorm';
import { toIso } from '../../platform/http/fields';
import { UsageRecord } from '../pricing/usage-record.entity';
import { Payment } from '../settlement/settlement.entities';
import { AccountCharge, type AccountEntry } from './account.entities';

/** Entries with the print that each of them charges. */
export async function viewEntries(manager: EntityManager, entries: readonly AccountEntry[]) {
  const printOf = await printsOf(manager, entries);
  const undone = await undoneOf(manager, entries);
  return entries.map(
    ({ id, number, kind, cents, balanceCents, bookedOn, at, reason, paymentId, ...entry }) => ({
      ...{ id, number, kind, cents, balanceCents, bookedOn, at: toIso(at), reason, paymentId },
      isUndone: paymentId !== null && undone.has(paymentId),
      print: printOf.get(entry.usageRecordId) ?? null,
    }),
  );
}

async function printsOf(manager: EntityManager, entries: readonly AccountEntry[]) {
  const ids = entries.flatMap(({ usageRecordId }) => usageRecordId ?? []);
  const records = ids.length === 0 ? [] : await manager.findBy(UsageRecord, { id: In(ids) });
  const charges = ids.length === 0 ? [] : await manager.findBy(AccountCharge, { usageRecordId: In(ids) });
  const chargeOf = new Map(charges.map((charge) => [charge.usageRecordId, charge]));
  return new Map<AccountEntry['usageRecordId'], PrintView>(
    records.map(({ id, jobId, fileName }) => {
      const { part = 'all', netCents = 0, freeCents = 0 } = chargeOf.get(id) ?? {};
      return [id, { usageRecordId: id, jobId, fileName, part, netCents, freeCents }];
    }),
  );
}

type PrintView = Pick<AccountCharge, 'usageRecordId' | 'part' | 'netCents' | 'freeCents'> &
  Pick<UsageRecord, 'jobId' | 'fileName'>;

/** The payments of these entries that have a reversal. */
async function undoneOf(manager: EntityManager, entries: readonly AccountEntry[]) {
  const ids = entries.flatMap(({ paymentId }) => paymentId ?? []);
  const reversals = ids.length === 0 ? [] : await manager.findBy(Payment, { undoesId: In(ids) });
  return new Set(reversals.map(({ undoesId }) => undoesId));
}
