import type { Clock, LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../labs/lab.entity';
import { touch } from '../persistence/unit-of-work';
import { enqueue } from '../queues/outbox';

/** Something could free or fill a machine of this lab: match again, once this unit of work is committed. */
export async function raiseMatch(manager: EntityManager, clock: Clock, labId: LabId): Promise<void> {
  touch(manager, labId);
  await manager.increment(Lab, { id: labId }, 'matchRevision', 1);
  const { matchRevision } = await manager.findOneByOrFail(Lab, { id: labId });
  await enqueue(manager, clock, 'lab.match', { labId, revision: matchRevision });
}

/** The same for several labs, in one order wherever it is done: two that lock the same labs never wait for each other. */
export async function raiseMatches(
  manager: EntityManager,
  clock: Clock,
  labIds: readonly LabId[],
): Promise<void> {
  for (const labId of [...new Set(labIds)].sort()) await raiseMatch(manager, clock, labId);
}
