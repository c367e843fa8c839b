import type { UsageRecordId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { addDays, dayStart, parisDay } from '../../../money/kit/paris';
import { UsageRecord, type UsedMaterial } from '../../../money/pricing/usage-record.entity';
import { Run } from '../../../production/jobs/run.entity';
import { type IndicatorScope, once } from '../scope';
import { inInstants, numberOf, ofLab } from './conditions';

/** What was made in a month for one tariff group. */
export interface CountedUsage {
  /** YYYY-MM. */
  readonly month: string;
  readonly category: string;
  /** Those that ended well. */
  prints: number;
  /** Milligrams by material. */
  readonly materials: Map<string, number>;
}

interface Raw {
  readonly id: UsageRecordId;
  readonly category: string;
  readonly materials: string;
  readonly at: string | number;
  readonly state: string;
}

/** Rows that are in memory at once. */
const BATCH = 5_000;

/** The usage records of the period, by month and tariff group. They are read in batches, by their ids. */
export const readUsage = (manager: EntityManager, scope: IndicatorScope): Promise<CountedUsage[]> =>
  once(scope, 'usage', async () => {
    const found = new Map<string, CountedUsage>();
    const monthOf = monthsByInstant();
    for (let after = ''; ; ) {
      const rows = await recordsAfter(manager, scope, after);
      for (const row of rows) count(found, monthOf(numberOf(row.at)), row);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return [...found.values()];
      after = last.id;
    }
  });

function recordsAfter(manager: EntityManager, scope: IndicatorScope, after: string): Promise<Raw[]> {
  const query = manager
    .createQueryBuilder(UsageRecord, 'record')
    .innerJoin(Run, 'run', 'run.id = record.runId')
    .select('record.id', 'id')
    .addSelect('record.category', 'category')
    .addSelect('record.materials', 'materials')
    .addSelect('record.at', 'at')
    .addSelect('run.state', 'state')
    .where('record.id > :after', { after });
  return ofLab(inInstants(query, 'record.at', scope), 'record.labId', scope)
    .orderBy('record.id')
    .limit(BATCH)
    .getRawMany<Raw>();
}

function count(found: Map<string, CountedUsage>, month: string, row: Raw): void {
  const key = `${month} ${row.category}`;
  const sum =
    found.get(key) ?? ({ month, category: row.category, prints: 0, materials: new Map() } as CountedUsage);
  found.set(key, sum);
  if (row.state === 'done') sum.prints += 1;
  for (const { material, milligrams } of JSON.parse(row.materials) as UsedMaterial[])
    sum.materials.set(material, (sum.materials.get(material) ?? 0) + milligrams);
}

/** The month of an instant in Paris. The clock of Paris is asked once a day at most: it is slow. */
function monthsByInstant(): (at: number) => string {
  const days: { start: number; end: number; month: string }[] = [];
  return (at) => {
    const known = days.find(({ start, end }) => start <= at && at < end);
    if (known) return known.month;
    const first = `${parisDay(at).slice(0, 7)}-01`;
    const next = `${addDays(first, 31).slice(0, 7)}-01`;
    const month = { start: dayStart(first), end: dayStart(next), month: first.slice(0, 7) };
    days.push(month);
    return month.month;
  };
}
