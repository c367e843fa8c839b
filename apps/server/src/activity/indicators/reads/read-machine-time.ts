import type { EntityManager } from 'typeorm';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { Run } from '../../../production/jobs/run.entity';
import { type IndicatorScope, onceForAll } from '../scope';
import { inInstants, numberOf } from './conditions';
import { monthSql } from './months-of';

/** How long the machines of a lab ran in a month for one tariff group. */
export interface MachineTime {
  /** YYYY-MM. */
  readonly month: string;
  readonly labId: string;
  /** Null: nothing of these runs was recorded as used. */
  readonly category: string | null;
  readonly milliseconds: number;
}

interface Raw extends Omit<MachineTime, 'milliseconds'> {
  readonly milliseconds: string | number;
}

/** The runs that ended in the period, whatever their end, by month, lab and tariff group. */
export const readMachineTime = (
  manager: EntityManager,
  scope: IndicatorScope,
): Promise<readonly MachineTime[]> =>
  onceForAll(scope, 'machine-time', async (network) => {
    const { sql, parameters } = monthSql('run.endedAt', network);
    const query = manager
      .createQueryBuilder(Run, 'run')
      .leftJoin(UsageRecord, 'record', 'record.runId = run.id')
      .select(sql, 'month')
      .addSelect('run.labId', 'labId')
      .addSelect('record.category', 'category')
      // Whole numbers: sums of floating point numbers depend on the order of the rows.
      .addSelect('SUM(CAST(ROUND(run.seconds * 1000) AS bigint))', 'milliseconds')
      .where('1 = 1')
      .setParameters(parameters)
      .groupBy(sql)
      .addGroupBy('run.labId')
      .addGroupBy('record.category');
    const rows = await inInstants(query, 'run.endedAt', network).getRawMany<Raw>();
    return rows.map(({ milliseconds, ...row }) => ({ ...row, milliseconds: numberOf(milliseconds) }));
  });
