import { createHash } from 'node:crypto';
import { type AccountId, Fault, newId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { Job } from './job.entities';
import { SubmissionKey } from './submission-key.entity';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

export interface KeyedSubmission {
  readonly accountId: AccountId;
  /** The `Idempotency-Key` header; undefined: a submission that is sent twice is made twice. */
  readonly key: string | undefined;
  /** The whole request. */
  readonly content: unknown;
}

/**
 * Makes the jobs of a submission once. The same submission with the same key, to any server process, is answered with
 * the jobs that were made. (IETF draft-ietf-httpapi-idempotency-key-header.)
 * @throws Fault JOB.KEY_REUSED if the key was used for another request; also what `make` throws: the key is then unused
 */
export async function submitOnce(
  { manager, now }: Unit,
  { accountId, key, content }: KeyedSubmission,
  make: () => Promise<Job[]>,
): Promise<Job[]> {
  if (key === undefined) return make();
  const [id, fingerprint, claim] = [sha256([accountId, key]), sha256(content), newId<string>()];
  const mine = { id, accountId, fingerprint, batchId: null, claim, createdAt: now };
  // If another process is making the same submission now, PostgreSQL waits here until that one commits or rolls back.
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
