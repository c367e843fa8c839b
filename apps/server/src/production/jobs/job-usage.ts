import { isAllowed } from '@pandafab/domain';
import type { JobId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { UsageRecord } from '../../money/pricing/usage-record.entity';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Job } from './job.entities';
import type { jobSchema } from './jobs.dto';

export type JobUsage = NonNullable<z.input<typeof jobSchema>['usage']>;

/** What finished jobs used; with the price where this account may read it. */
export async function usageOfJobs(
  manager: EntityManager,
  account: CurrentAccountInfo,
  jobs: readonly Job[],
): Promise<ReadonlyMap<JobId, JobUsage>> {
  const done = jobs.filter(({ state }) => state === 'done').map(({ id }) => id);
  if (done.length === 0) return new Map();
  const records = await manager.findBy(UsageRecord, { jobId: In(done) });
  return new Map(records.map((record) => [record.jobId, usageOf(record, maySeePrice(account, record))]));
}

const maySeePrice = (account: CurrentAccountInfo, { memberId }: UsageRecord): boolean =>
  isAllowed(account, 'usage.read') || (memberId === account.memberId && isAllowed(account, 'usage.read-own'));

const usageOf = (
  { seconds, materials, valueCents, chargedCents }: UsageRecord,
  isPriced: boolean,
): JobUsage => ({
  seconds,
  milligrams: materials.reduce((sum, { milligrams }) => sum + milligrams, 0),
  valueCents: isPriced ? valueCents : null,
  chargedCents: isPriced ? chargedCents : null,
});
