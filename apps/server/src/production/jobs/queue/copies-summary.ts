import type { JobState } from '@pandafab/domain';
import type { BatchId, Instant } from '@pandafab/shared';
import { type EntityManager, In, Not } from 'typeorm';
import type { z } from 'zod';
import type { PresenceBook } from '../../../network/link/presence-book';
import { toIsoOrNull } from '../../../platform/http/fields';
import { expectationsOf } from '../expectations';
import { Job } from '../job.entities';
import { Run } from '../run.entity';
import type { copiesSchema } from './copies.dto';

export type CopiesSummary = z.input<typeof copiesSchema>;
type Copy = Pick<Job, 'id' | 'batchId' | 'state'>;

const IS_WAITING: readonly JobState[] = ['analysing', 'queued'];
/** Rows asked for at a time. */
const ROWS = 500;

/** The copies of these batches, as one each. Of a copy that was made again, only the new job counts. */
export async function summariesOf(
  manager: EntityManager,
  presence: PresenceBook,
  now: Instant,
  batchIds: readonly BatchId[],
): Promise<ReadonlyMap<BatchId, CopiesSummary>> {
  if (batchIds.length === 0) return new Map();
  const copies: Copy[] = await manager.find(Job, {
    select: { id: true, batchId: true, state: true },
    where: { batchId: In([...batchIds]), state: Not<JobState>('redone') },
  });
  const ends = await endsOf(manager, presence, now, copies);
  const byBatch = new Map(batchIds.map((batchId): [BatchId, Copy[]] => [batchId, []]));
  for (const copy of copies) byBatch.get(copy.batchId)?.push(copy);
  return new Map([...byBatch].map(([batchId, ofBatch]) => [batchId, summaryOf(ofBatch, ends)]));
}

/** When each copy that waits or prints is expected to be done; one without an hour is missing. */
async function endsOf(
  manager: EntityManager,
  presence: PresenceBook,
  now: Instant,
  copies: readonly Copy[],
): Promise<ReadonlyMap<string, Instant>> {
  const ends = new Map<string, Instant>();
  const waiting = copies.filter(({ state }) => state === 'queued').map(({ id }) => id);
  for (let from = 0; from < waiting.length; from += ROWS)
    for (const [id, { endAt }] of await expectationsOf(manager, waiting.slice(from, from + ROWS)))
      if (endAt !== null) ends.set(id, endAt);
  const running = copies.filter(({ state }) => state === 'running').map(({ id }) => id);
  const runs = await manager.findBy(Run, { jobId: In(running), active: true });
  for (const { id, jobId, labId, machineId } of runs) {
    const live = presence.machine(labId, machineId)?.run;
    const left = live?.runId === id ? live.remainingSeconds : null;
    if (left !== null) ends.set(jobId, now + left * 1_000);
  }
  return ends;
}

function summaryOf(copies: readonly Copy[], ends: ReadonlyMap<string, Instant>): CopiesSummary {
  const count = (...states: JobState[]) => copies.filter(({ state }) => states.includes(state)).length;
  const open = copies.filter(({ state }) => state === 'running' || IS_WAITING.includes(state));
  const known = open.flatMap(({ id }) => ends.get(id) ?? []);
  const isKnown = open.length > 0 && known.length === open.length;
  return {
    all: copies.length,
    waiting: count(...IS_WAITING),
    running: count('running'),
    done: count('done'),
    ended: count('stopped', 'refused', 'cancelled'),
    endAt: toIsoOrNull(isKnown ? Math.max(...known) : null),
  };
}
