import type { Instant, JobId } from '@pandafab/shared';

/** The data that determines a job's place in the queue of its lab. */
export interface Ranked {
  readonly id: JobId;
  readonly submittedAt: Instant;
}

/** As long as any instant in milliseconds until the year 33658. */
const DIGITS = 15;

/**
 * The sort key of a lab's queue: the job with the smallest key is first. Jobs that were submitted earlier come first; in the
 * same millisecond the job that was created first, since ids are UUIDs of version 7.
 *
 * Digits and the letters a to f only, in always the same length: every collation of a database has the same order.
 */
export const rank = ({ id, submittedAt }: Ranked): string =>
  `${String(submittedAt).padStart(DIGITS, '0')}${id.replaceAll('-', '')}`;

/** Puts jobs in the order of the queue. */
export const byRank = (a: { readonly rank: string }, b: { readonly rank: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
