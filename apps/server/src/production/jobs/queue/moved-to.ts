import { moveBetween, type Place } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Job } from '../job.entities';
import { placedQueueOf } from './placed-queue';

/**
 * The `movedSeconds` with which a job stands before or after another one of its lab.
 * @throws Fault JOB.UNKNOWN, JOB.NOT_QUEUED {state} for the other job, and for one that is not in the queue yet
 */
export async function movedTo(manager: EntityManager, now: number, job: Job, place: Place): Promise<number> {
  const id = 'before' in place ? place.before : place.after;
  const other = await manager.findOneBy(Job, { id, labId: job.labId });
  if (!other || id === job.id) throw new Fault('JOB.UNKNOWN');
  for (const { state } of [job, other]) if (state !== 'queued') throw new Fault('JOB.NOT_QUEUED', { state });
  return moveBetween(now, await placedQueueOf(manager, now, job.labId), job.id, place);
}
