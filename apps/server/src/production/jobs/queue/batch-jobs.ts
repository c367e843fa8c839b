import { type BatchId, Fault, type Instant } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { Job } from '../job.entities';
import { onlyVisible } from '../job-visibility';

/**
 * The jobs of a batch that the account may see, in the order of their ranks.
 * @throws Fault JOB.BATCH_UNKNOWN where there are none
 */
export async function demandJobsOf(
  manager: EntityManager,
  now: Instant,
  account: CurrentAccountInfo,
  id: BatchId,
): Promise<[Job, ...Job[]]> {
  const query = manager.createQueryBuilder(Job, 'job').where('job.batchId = :id', { id });
  const [first, ...others] = await onlyVisible(query, now, account).orderBy('job.rank').getMany();
  if (!first) throw new Fault('JOB.BATCH_UNKNOWN');
  return [first, ...others];
}

/** All jobs of a batch, as this unit of work sees them. */
export const jobsOfBatch = (manager: EntityManager, batchId: BatchId): Promise<Job[]> =>
  manager.find(Job, { where: { batchId }, order: { rank: 'ASC' } });

/** The version of a batch. It grows with each change of a job, and never returns to an earlier value. */
export const versionOf = (jobs: readonly Job[]): number =>
  jobs.reduce((sum, { version }) => sum + version, 0);

/** @throws Fault JOB.BATCH_CHANGED {version} if a job was changed since the author saw the batch */
export function demandBatchVersion(jobs: readonly Job[], version: number): void {
  const present = versionOf(jobs);
  if (present !== version) throw new Fault('JOB.BATCH_CHANGED', { version: present });
}
