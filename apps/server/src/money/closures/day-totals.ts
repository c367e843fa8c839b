import {
  addTotals,
  BOOKED_KINDS,
  type BookedKind,
  type ClosureTotals,
  type PaperContent,
  totalsOfAccountEntry,
  totalsOfDocument,
  totalsOfPayment,
  type VatTotal,
} from '@pandafab/domain';
import { type EntityManager, In } from 'typeorm';
import { PaperDocument } from '../documents/document.entities';
import type { Day } from '../kit/paris';
import { AccountEntry } from '../member-accounts/account.entities';
import { Payment } from '../settlement/settlement.entities';

/** What entered the books on a day: documents by their day of issue, the rest by its day in the books. */
export async function totalsOfDay(manager: EntityManager, day: Day): Promise<ClosureTotals> {
  const documents = await manager.find(PaperDocument, {
    select: { id: true, kind: true, content: true },
    where: { issuedOn: day, state: 'issued', kind: In([...BOOKED_KINDS]) },
  });
  const payments = await manager.findBy(Payment, { bookedOn: day });
  const entries = await manager.findBy(AccountEntry, { bookedOn: day });
  return addTotals([
    ...documents.flatMap(({ content }) => (content ? [totalsOfContent(content)] : [])),
    ...payments.map(({ means, cents }) => totalsOfPayment(means, cents)),
    ...entries.map(({ kind, cents }) => totalsOfAccountEntry(kind, cents)),
  ]);
}

const totalsOfContent = ({ kind, vat, totals }: PaperContent): ClosureTotals =>
  totalsOfDocument({ kind: kind as BookedKind, rows: vat.map(rowOf), ...sumsOf(totals) });

const rowOf = ({ categoryCode, rateBasisPoints, baseCents, vatCents }: VatTotal): VatTotal => ({
  ...{ categoryCode, rateBasisPoints, baseCents, vatCents },
});
const sumsOf = ({ netCents, vatCents, grossCents }: PaperContent['totals']) => ({
  ...{ netCents, vatCents, grossCents },
});

/** The first day of the books; null while nothing was issued or paid. */
export async function firstDayOfBooks(manager: EntityManager): Promise<Day | null> {
  const issued = await manager
    .createQueryBuilder(PaperDocument, 'document')
    .select('MIN(document.issuedOn)', 'day')
    .where(`document.state = 'issued' AND document.kind IN (:...kinds)`, { kinds: [...BOOKED_KINDS] })
    .getRawOne<{ day: Day | null }>();
  const booked = await manager
    .createQueryBuilder(Payment, 'payment')
    .select('MIN(payment.bookedOn)', 'day')
    .getRawOne<{ day: Day | null }>();
  const moved = await manager
    .createQueryBuilder(AccountEntry, 'entry')
    .select('MIN(entry.bookedOn)', 'day')
    .getRawOne<{ day: Day | null }>();
  const days = [issued?.day, booked?.day, moved?.day].filter((day): day is Day => typeof day === 'string');
  return days.sort()[0] ?? null;
}
