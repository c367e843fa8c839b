import { type PlacedJob, type PlacedQueue } from '@pandafab/domain';
import type { Instant, LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { StoredFile } from '../../files/file.entity';
import { weightsOf } from '../../queue-weights/weights-of';
import { Job } from '../job.entities';
import { secondsOf } from './expected-figures';
import { payerOf } from './payer';
import { recentUse } from './recent-use';
import { runningJobs } from './running-jobs';

/** A waiting job with what decides its place. @param seconds expected, on a machine */
export const placedJob = (job: Job, seconds: number): PlacedJob => ({
  ...{ id: job.id, rank: job.rank, submittedAt: job.createdAt, payer: payerOf(job), seconds },
  ...{ priority: job.priority, dueAt: job.dueAt, dueIsFirm: job.dueIsFirm, movedSeconds: job.movedSeconds },
});

/** The waiting jobs of a lab, and what their order depends on. */
export async function placedQueueOf(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
): Promise<PlacedQueue> {
  const weights = await weightsOf(manager, labId);
  const jobs = await manager.findBy(Job, { labId, state: 'queued' });
  const seconds = new Map<string, number>();
  for (const sha256 of new Set(jobs.map(({ fileSha256 }) => fileSha256))) {
    const file = await manager.findOneBy(StoredFile, { sha256 });
    if (file?.analysis) seconds.set(sha256, secondsOf(file.analysis));
  }
  return {
    jobs: jobs.map((job) => placedJob(job, seconds.get(job.fileSha256) ?? 0)),
    used: await recentUse(manager, now, labId, {
      ...weights,
      running: await runningJobs(manager, labId),
    }),
    weights,
  };
}
