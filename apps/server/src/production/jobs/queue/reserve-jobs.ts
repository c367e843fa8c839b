import { expectedUsage } from '@pandafab/domain';
import type { BatchId, JobId } from '@pandafab/shared';
import type { BillingService } from '../../../money/billing.service';
import type { Unit } from '../../../platform/persistence/unit';
import type { StoredFile } from '../../files/file.entity';
import type { Job } from '../job.entities';
import { pricedFigures } from './expected-figures';

type Priced = Pick<
  Job,
  'id' | 'batchId' | 'memberId' | 'groupId' | 'prestationId' | 'material' | 'state' | 'labId'
>;

/**
 * Reserves the prices of jobs that have come into the queue, where an account pays for them. Call it before the labs
 * are locked: accounts come first.
 * @param jobs of one file
 */
export async function reserveJobs(
  unit: Unit,
  billing: BillingService,
  jobs: readonly Priced[],
  { analysis }: Pick<StoredFile, 'analysis'>,
): Promise<void> {
  if (!analysis) return;
  const batches = new Map<BatchId, { first: Priced; jobIds: JobId[] }>();
  for (const job of jobs.filter(({ state }) => state === 'queued')) {
    const batch = batches.get(job.batchId);
    if (batch) batch.jobIds.push(job.id);
    else batches.set(job.batchId, { first: job, jobIds: [job.id] });
  }
  const asked = [...batches.values()].map(({ first, jobIds }) => {
    const { memberId, groupId, prestationId, material } = first;
    const usage = expectedUsage(pricedFigures(analysis), material);
    return { whose: { memberId, groupId, prestationId }, jobIds, usage };
  });
  await billing.reserve(unit, asked);
}
