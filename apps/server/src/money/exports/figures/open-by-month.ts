import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PaperDocument } from '../../documents/document.entities';
import type { Day } from '../../kit/paris';
import { Allotment } from '../../settlement/settlement.entities';
import { type ByMonth, byMonth, type Month, runningSums } from './months';

interface OpenAndLate {
  readonly openCents: number;
  readonly lateCents: number;
}

const later = (a: string, b: string): string => `CASE WHEN ${a} > ${b} THEN ${a} ELSE ${b} END`;

/** Sums of cents by the month of a day. */
async function summed<Row extends object>(
  query: SelectQueryBuilder<Row>,
  { day, cents, until }: { readonly day: string; readonly cents: string; readonly until: Day },
): Promise<ByMonth> {
  const rows = await query
    .select(`SUBSTR(${day}, 1, 7)`, 'month')
    .addSelect(`SUM(${cents})`, 'cents')
    .andWhere(`${day} <= :until`, { until })
    .groupBy(`SUBSTR(${day}, 1, 7)`)
    .getRawMany<{ month: Month; cents: string | number }>();
  return byMonth(rows);
}

const charged = (manager: EntityManager) =>
  manager
    .createQueryBuilder(PaperDocument, 'document')
    .where(`document.state = 'issued' AND document.kind IN ('invoice', 'deposit')`);
const credited = (manager: EntityManager) =>
  manager
    .createQueryBuilder(PaperDocument, 'credit')
    .innerJoin(PaperDocument, 'document', 'document.id = credit.citesId')
    .where(`credit.state = 'issued'`);
const allotted = (manager: EntityManager) =>
  manager
    .createQueryBuilder(Allotment, 'allotment')
    .innerJoin(PaperDocument, 'document', 'document.id = allotment.documentId')
    .where('1 = 1');

/**
 * What clients owed at the end of each month, and what of it was late. A document owes from its day on and is late
 * after its due date; credit notes and payments count from their own days on. So both are running sums, and each is
 * one grouped query.
 * @param until the last day that counts: today, while the last month is not over
 */
export async function openByMonth(
  manager: EntityManager,
  months: readonly Month[],
  until: Day,
): Promise<OpenAndLate[]> {
  const sums = (dayOf: (day: string) => string): Promise<ByMonth[]> =>
    Promise.all([
      summed(charged(manager), { day: dayOf('document.issuedOn'), cents: 'document.grossCents', until }),
      summed(credited(manager), { day: dayOf('credit.issuedOn'), cents: 'credit.grossCents', until }),
      summed(allotted(manager), { day: dayOf('allotment.bookedOn'), cents: 'allotment.cents', until }),
    ]);
  const [open, late] = [await sums((day) => day), await sums((day) => later(day, 'document.dueOn'))];
  const signs = [1, -1, -1];
  const [openCents, lateCents] = [runningSums(months, open, signs), runningSums(months, late, signs)];
  return months.map((_, at) => ({ openCents: openCents[at] ?? 0, lateCents: lateCents[at] ?? 0 }));
}
