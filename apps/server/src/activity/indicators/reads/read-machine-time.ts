import type { EntityManager } from 'typeorm';
import { addDays, dayStart } from '../../../money/kit/paris';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { Run } from '../../../production/jobs/run.entity';
import { type IndicatorScope, once } from '../scope';
import { inInstants, numberOf, ofLab } from './conditions';
import { monthsOf } from './months-of';

/** How long machines ran in a month for one tariff group. */
export interface MachineTime {
  /** YYYY-MM. */
  readonly month: string;
  /** Null: nothing of these runs was recorded as used. */
  readonly category: string | null;
  readonly seconds: number;
}

/** The runs that ended in the period, whatever their end, by month and tariff group. */
export const readMachineTime = (manager: EntityManager, scope: IndicatorScope): Promise<MachineTime[]> =>
  once(scope, 'machine-time', async () => {
    const found: MachineTime[] = [];
    for (const month of monthsOf(scope)) found.push(...(await timeOf(manager, scope, month)));
    return found;
  });

async function timeOf(manager: EntityManager, scope: IndicatorScope, month: string): Promise<MachineTime[]> {
  const next = addDays(`${month}-01`, 31).slice(0, 7);
  const query = manager
    .createQueryBuilder(Run, 'run')
    .leftJoin(UsageRecord, 'record', 'record.runId = run.id')
    .select('record.category', 'category')
    .addSelect('SUM(run.seconds)', 'seconds')
    .groupBy('record.category');
  const inMonth = inInstants(query, 'run.endedAt', {
    ...scope,
    start: Math.max(scope.start, dayStart(`${month}-01`)),
    end: Math.min(scope.end, dayStart(`${next}-01`)),
  });
  const rows = await ofLab(inMonth, 'run.labId', scope).getRawMany<{
    category: string | null;
    seconds: string | number;
  }>();
  return rows.map(({ category, seconds }) => ({ month, category, seconds: numberOf(seconds) }));
}
