import type { EntityManager } from 'typeorm';
import { dayStart } from '../../../money/kit/paris';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { Run } from '../../../production/jobs/run.entity';
import { type IndicatorScope, monthsOf, onceForAll } from '../scope';
import { inInstants, numberOf } from './conditions';

/** What the machines of a lab did in a month for one tariff group. */
export interface CountedUsage {
  /** YYYY-MM. */
  readonly month: string;
  readonly labId: string;
  readonly category: string;
  /** Those that ended well. */
  readonly prints: number;
  readonly milliseconds: number;
  /** The value of the prints minus what was charged for them, by the tariff. */
  readonly freeCents: number;
}

type Raw = { readonly [Column in keyof CountedUsage]: string | number | null };

/** The usage records of the period, by month, lab and tariff group. */
export const readUsage = (manager: EntityManager, scope: IndicatorScope): Promise<readonly CountedUsage[]> =>
  onceForAll(scope, 'usage', async (network) => {
    const { sql, parameters } = monthSql(network);
    const query = manager
      .createQueryBuilder(UsageRecord, 'record')
      .innerJoin(Run, 'run', 'run.id = record.runId')
      .select(sql, 'month')
      .addSelect('record.labId', 'labId')
      .addSelect('record.category', 'category')
      .addSelect(`SUM(CASE WHEN run.state = 'done' THEN 1 ELSE 0 END)`, 'prints')
      // Whole numbers: sums of floating point numbers depend on the order of the rows.
      .addSelect('SUM(CAST(ROUND(record.seconds * 1000) AS bigint))', 'milliseconds')
      .addSelect('SUM(record.valueCents - record.chargedCents)', 'freeCents')
      .where('1 = 1')
      .setParameters(parameters)
      .groupBy(sql)
      .addGroupBy('record.labId')
      .addGroupBy('record.category');
    const rows = await inInstants(query, 'record.at', network).getRawMany<Raw>();
    return rows.map(({ month, labId, category, prints, milliseconds, freeCents }) => ({
      ...{ month: String(month), labId: String(labId), category: String(category) },
      ...{ prints: numberOf(prints), milliseconds: numberOf(milliseconds), freeCents: numberOf(freeCents) },
    }));
  });

/** The month in Paris of a record of the period: databases do not know the change of the clock alike. */
function monthSql(scope: IndicatorScope) {
  const months = monthsOf(scope);
  const parameters: Record<string, number> = {};
  const cases = months.slice(1).map((month, at) => {
    parameters[`until${at}`] = dayStart(`${month}-01`);
    return `WHEN record.at < :until${at} THEN '${months[at]}'`;
  });
  const last = `'${months.at(-1)}'`;
  return { sql: cases.length === 0 ? last : `CASE ${cases.join(' ')} ELSE ${last} END`, parameters };
}
