import { createHash } from 'node:crypto';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Job } from './job.entities';
import { SubmissionKey } from './submission-key.entity';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

export interface KeyedSubmission {
  readonly accountId: AccountId;
  /** The `Idempotency-Key` header; undefined: whoever sends it twice gets it twice. */
  readonly key: string | undefined;
  /** All that was asked for. */
  readonly content: unknown;
}

/**
 * Makes the jobs of a submission once: sent again with the same key, by whatever server process, the answer is the jobs
 * that were made. (IETF draft-ietf-httpapi-idempotency-key-header.)
 * @throws Fault JOB.KEY_REUSED when the key came with something else before; and what `make` throws: then the key is free
 */
export async function once(
  manager: EntityManager,
  clock: Clock,
  { accountId, key, content }: KeyedSubmission,
  make: () => Promise<Job[]>,
): Promise<Job[]> {
  if (key === undefined) return make();
  const [id, fingerprint, claim] = [sha256([accountId, key]), sha256(content), newId<string>()];
  const mine = { id, accountId, fingerprint, batchId: null, claim, createdAt: clock.now() };
  // Where another process makes the same one now, PostgreSQL waits here until that is decided.
  await manager.createQueryBuilder().insert().into(SubmissionKey).values(mine).orIgnore().execute();
  const held = await manager.findOneByOrFail(SubmissionKey, { id });
  if (held.claim === claim) {
    const jobs = await make();
    await manager.update(SubmissionKey, { id }, { batchId: jobs[0]?.batchId ?? null });
    return jobs;
  }
  if (held.fingerprint !== fingerprint || held.batchId === null) throw new Fault('JOB.KEY_REUSED');
  return manager.find(Job, { where: { batchId: held.batchId, redoOf: IsNull() }, order: { id: 'ASC' } });
}
