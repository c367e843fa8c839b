import type { LabId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { enqueue } from '../../platform/queues/outbox';
import type { QueueJob } from '../../platform/queues/queue-job';
import { Lab } from './lab.entity';

/** Matches a lab's queued jobs with its machines, as of one revision of the lab. */
export const matchLab: QueueJob<{ readonly labId: LabId; readonly revision: number }> = {
  name: 'lab.match',
  lane: { name: 'labs', concurrency: 4 },
  attempts: 5,
  id: ({ labId, revision }) => `match-${labId}-${revision}`,
  subject: ({ labId }) => `match-${labId}`,
  // A match of an old revision does nothing: a new one is requested.
  askAgain: (unit, { labId }) => requestMatching(unit, labId),
};

/**
 * Something may have freed or occupied a machine of this lab: its jobs are matched again after this unit of work
 * commits.
 */
export async function requestMatching(unit: Unit, labId: LabId): Promise<void> {
  const { manager } = unit;
  unit.touch(labId);
  await manager.increment(Lab, { id: labId }, 'matchRevision', 1);
  const { matchRevision } = await manager.findOneByOrFail(Lab, { id: labId });
  await enqueue(unit, matchLab, { labId, revision: matchRevision });
}

/**
 * The same for several labs, always in the same order, so that two units of work that lock the same labs never
 * deadlock.
 */
export async function requestMatchingOf(unit: Unit, labIds: readonly LabId[]): Promise<void> {
  for (const labId of [...new Set(labIds)].sort()) await requestMatching(unit, labId);
}

/**
 * Locks a lab for the match of this revision until the unit of work ends.
 * @returns false where the revision is stale: the unit of work that raised it has enqueued a newer match
 */
export async function claimMatch({ manager }: Unit, labId: LabId, matchRevision: number): Promise<boolean> {
  const { affected } = await manager.update(Lab, { id: labId, matchRevision }, { matchRevision });
  return affected === 1;
}
