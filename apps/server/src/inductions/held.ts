import type { Instant, JobId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { Batch, type Job } from '../jobs/job.entities';
import { Induction } from './induction.entities';

const NONE: ReadonlySet<string> = new Set();

/**
 * Of each job, the `kinds` of machine that its member may use at `now`, or whoever submitted it: a leader who makes
 * something for a group stands beside the machine in its place.
 */
export async function inductionsOf(
  manager: EntityManager,
  now: Instant,
  jobs: readonly Pick<Job, 'id' | 'memberId' | 'batchId'>[],
  kinds: readonly string[],
): Promise<(id: JobId) => ReadonlySet<string>> {
  if (jobs.length === 0 || kinds.length === 0) return () => NONE;
  const rows = await manager
    .createQueryBuilder(Batch, 'batch')
    .innerJoin(Account, 'account', 'account.id = batch.submittedBy')
    .innerJoin(
      Induction,
      'induction',
      '(induction.memberId = batch.memberId OR induction.memberId = account.memberId)',
    )
    .select(['batch.id AS "batchId"', 'induction.kind AS "kind"'])
    .where('batch.id IN (:...batches)', { batches: [...new Set(jobs.map(({ batchId }) => batchId))] })
    .andWhere('induction.kind IN (:...kinds) AND induction.withdrawnAt IS NULL', { kinds })
    .andWhere('(induction.validUntil IS NULL OR induction.validUntil > :now)', { now })
    .getRawMany<{ batchId: string; kind: string }>();
  const held = new Map<string, Set<string>>();
  for (const { batchId, kind } of rows) held.set(batchId, (held.get(batchId) ?? new Set()).add(kind));
  const batchOf = new Map(jobs.map(({ id, batchId }) => [id, batchId]));
  return (id) => held.get(batchOf.get(id) ?? '') ?? NONE;
}
