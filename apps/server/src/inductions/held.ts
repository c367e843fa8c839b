import type { Instant, JobId, MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { Batch, type Job } from '../jobs/job.entities';
import { Induction } from './induction.entities';

const NONE: ReadonlySet<string> = new Set();

/** Of each of these members, the `kinds` of machine that they may use at `now`; those who may use none are left out. */
async function heldBy(
  manager: EntityManager,
  now: Instant,
  memberIds: readonly MemberId[],
  kinds: readonly string[],
): Promise<ReadonlyMap<MemberId, readonly string[]>> {
  const standing = await manager
    .createQueryBuilder(Induction, 'induction')
    .where('induction.memberId IN (:...memberIds)', { memberIds: [...new Set(memberIds)] })
    .andWhere('induction.kind IN (:...kinds) AND induction.withdrawnAt IS NULL', { kinds })
    .andWhere('(induction.validUntil IS NULL OR induction.validUntil > :now)', { now })
    .getMany();
  const held = new Map<MemberId, string[]>();
  for (const { memberId, kind } of standing) held.set(memberId, [...(held.get(memberId) ?? []), kind]);
  return held;
}

/**
 * The `kinds` of machine that one of these may use at `now`: whom a job is for, or whoever submits it. A leader who
 * makes something for a group stands beside the machine in its place.
 */
export async function inductionsOfEither(
  manager: EntityManager,
  now: Instant,
  memberIds: readonly MemberId[],
  kinds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (kinds.length === 0) return NONE;
  return new Set([...(await heldBy(manager, now, memberIds, kinds)).values()].flat());
}

/** The same of each job. */
export async function inductionsOf(
  manager: EntityManager,
  now: Instant,
  jobs: readonly Pick<Job, 'id' | 'batchId'>[],
  kinds: readonly string[],
): Promise<(id: JobId) => ReadonlySet<string>> {
  if (jobs.length === 0 || kinds.length === 0) return () => NONE;
  const batchOf = new Map(jobs.map(({ id, batchId }) => [id, batchId]));
  const batches = await manager.findBy(Batch, { id: In([...new Set(batchOf.values())]) });
  const submitters = await manager.findBy(Account, {
    id: In([...new Set(batches.map(({ submittedBy }) => submittedBy))]),
  });
  const memberOf = new Map(submitters.map(({ id, memberId }) => [id, memberId]));
  const peopleOf = new Map(
    batches.map(({ id, memberId, submittedBy }) => [id, [memberId, memberOf.get(submittedBy) ?? memberId]]),
  );
  const held = await heldBy(manager, now, [...peopleOf.values()].flat(), kinds);
  return (id) => {
    const batchId = batchOf.get(id);
    const people = (batchId && peopleOf.get(batchId)) || [];
    return new Set(people.flatMap((memberId) => held.get(memberId) ?? []));
  };
}
