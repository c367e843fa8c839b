import type { EntityManager } from 'typeorm';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { Run } from '../../../production/jobs/run.entity';
import { type IndicatorScope, onceForAll } from '../scope';
import { inInstants, numberOf } from './conditions';
import { monthSql } from './months-of';

/** What was made at a lab in a month for one tariff group. */
export interface CountedUsage {
  /** YYYY-MM. */
  readonly month: string;
  readonly labId: string;
  readonly category: string;
  /** Those that ended well. */
  readonly prints: number;
  /** The value of the prints minus what was charged for them, by the tariff. */
  readonly freeCents: number;
}

type Raw = { readonly [Column in keyof CountedUsage]: string | number | null };

/** The usage records of the period, by month, lab and tariff group. */
export const readUsage = (manager: EntityManager, scope: IndicatorScope): Promise<readonly CountedUsage[]> =>
  onceForAll(scope, 'usage', async (network) => {
    const { sql, parameters } = monthSql('record.at', network);
    const query = manager
      .createQueryBuilder(UsageRecord, 'record')
      .innerJoin(Run, 'run', 'run.id = record.runId')
      .select(sql, 'month')
      .addSelect('record.labId', 'labId')
      .addSelect('record.category', 'category')
      .addSelect(`SUM(CASE WHEN run.state = 'done' THEN 1 ELSE 0 END)`, 'prints')
      .addSelect('SUM(record.valueCents - record.chargedCents)', 'freeCents')
      .where('1 = 1')
      .setParameters(parameters)
      .groupBy(sql)
      .addGroupBy('record.labId')
      .addGroupBy('record.category');
    const rows = await inInstants(query, 'record.at', network).getRawMany<Raw>();
    return rows.map(({ month, labId, category, prints, freeCents }) => ({
      ...{ month: String(month), labId: String(labId), category: String(category) },
      ...{ prints: numberOf(prints), freeCents: numberOf(freeCents) },
    }));
  });
