import type { JobState } from '@pandafab/domain';
import type { BatchId } from '@pandafab/shared';
import { In, IsNull } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { jobDone } from '../notices/job-notices';
import { Job } from './job.entities';
import { tellMakers } from './tell-makers';

const IS_OPEN: readonly JobState[] = ['analysing', 'queued', 'running'];

/**
 * The copies that are done, of those of these batches of which none waits or prints any more. A job that makes another
 * one again is no copy: it is told by itself.
 */
export async function doneCopies({ manager }: Unit, batchIds: readonly BatchId[]): Promise<Job[]> {
  const done: Job[] = [];
  for (const batchId of new Set(batchIds)) {
    const copies = { batchId, redoOf: IsNull() };
    if (await manager.existsBy(Job, { ...copies, state: In([...IS_OPEN]) })) continue;
    done.push(...(await manager.find(Job, { where: { ...copies, state: 'done' }, order: { rank: 'ASC' } })));
  }
  return done;
}

/**
 * The copies of a submission are told as one: when the last of them is over, how many are done. Called where a waiting
 * copy was taken out of the queue, after the lab was locked: of two copies that are over at once, one sees the other.
 */
export const tellBatchDone = async (unit: Unit, batchId: BatchId): Promise<void> =>
  tellMakers(unit, jobDone, await doneCopies(unit, [batchId]), () => ({}));
