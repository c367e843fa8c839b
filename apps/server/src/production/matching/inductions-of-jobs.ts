import type { Instant, JobId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../../people/accounts/account.entity';
import { validInductions } from '../../people/inductions/valid-inductions';
import { Batch, type Job } from '../jobs/job.entities';

const NONE: ReadonlySet<string> = new Set();

/** For each job: which of `kinds` of machine its member, or the person who submitted it, may use at `now`. */
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
  const held = await validInductions(manager, now, [...peopleOf.values()].flat(), kinds);
  return (id) => {
    const batchId = batchOf.get(id);
    const people = (batchId && peopleOf.get(batchId)) || [];
    return new Set(people.flatMap((memberId) => held.get(memberId) ?? []));
  };
}
