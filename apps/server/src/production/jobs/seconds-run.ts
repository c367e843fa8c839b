import type { MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Run } from './run.entity';

/** For each of these machines, the seconds of all its runs; machines without runs are left out. */
export async function secondsRun(
  manager: EntityManager,
  machineIds: readonly MachineId[],
): Promise<ReadonlyMap<MachineId, number>> {
  const sums = await manager
    .createQueryBuilder(Run, 'run')
    .select('run.machineId', 'machineId')
    .addSelect('SUM(run.seconds)', 'seconds')
    .where('run.machineId IN (:...machineIds)', { machineIds })
    .groupBy('run.machineId')
    .getRawMany<{ machineId: MachineId; seconds: number | string }>();
  return new Map(sums.map(({ machineId, seconds }) => [machineId, Number(seconds)]));
}
