import type { MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { RunUnderWay } from '../../stock/spools/run-under-way';
import { Run } from './run.entity';
import { Transition } from './transition.entity';

/** The active run of a machine, in the form that stock needs; null if there is none. */
export async function runUnderWayOn(
  manager: EntityManager,
  machineId: MachineId,
): Promise<RunUnderWay | null> {
  const run = await manager.findOneBy(Run, { machineId, active: true });
  return run && describeRun(manager, run);
}

/** The same, from a run that was already read. */
export async function describeRun(
  manager: EntityManager,
  { id, startedAt, state }: Pick<Run, 'id' | 'startedAt' | 'state'>,
): Promise<RunUnderWay> {
  const paused =
    state === 'paused'
      ? await manager.findOne(Transition, {
          where: { runId: id, event: 'paused' },
          order: { at: 'DESC', id: 'DESC' },
        })
      : null;
  return { id, hasBegun: startedAt !== null, pausedAt: paused?.at ?? null };
}
