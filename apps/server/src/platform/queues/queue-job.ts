import { backOffMs } from '@pandafab/shared';
import type { Unit } from '../persistence/unit';

/** A BullMQ queue. Several queue jobs may share one. */
export interface QueueLane {
  readonly name: string;
  /** How many of its steps one process runs at the same time. */
  readonly concurrency: number;
}

/**
 * A step that BullMQ runs, described by the folder that owns it. Steps are short and idempotent: they act on the
 * current rows that their data names, so a step that runs twice, or late, does no harm.
 */
export interface QueueJob<Data> {
  readonly name: string;
  readonly lane: QueueLane;
  readonly attempts: number;
  /** BullMQ first takes steps without a priority, then those with the lowest. */
  readonly priority?: number;
  /** The pause before the second attempt; doubled before each further one. Half a second by default. */
  readonly backoffMs?: number;
  /** The longest pause. */
  readonly longestBackoffMs?: number;
  /** After this number of failed attempts administrators are informed, though more attempts follow. */
  readonly toldAfter?: number;
  /** The deterministic id of a step, so that a duplicate is not added. No colon: BullMQ refuses it. */
  id(data: Data): string;
  /** The subject of a step, independent of the revision: a letter is kept under it when every attempt failed. */
  subject(data: Data): string;
  /** Requests a step again with present data, where enqueuing the same data is not enough. */
  askAgain?(unit: Unit, data: Data): Promise<void>;
}

/** A queue job whose data type is unknown here: it is only ever given data of its own name. */
export type AnyQueueJob = QueueJob<object>;

declare module '../kit/feature' {
  interface Feature {
    readonly queueJobs?: readonly AnyQueueJob[];
  }
}

/** The handler of a queue job, which its folder registers with `QueueHandlers`. */
export interface QueueHandler<Data> {
  /** When `stop` fires, a long step rejects immediately: the server is stopping, and the step runs again later. */
  run(data: Data, stop: AbortSignal): Promise<void>;
  /**
   * The steps that are not done according to the database: requested again, in this order, when Redis has lost them.
   */
  pending(): Promise<readonly Data[]>;
}

/** The pause after this number of attempts. */
export function backoffOf(job: QueueJob<never>, attemptsMade: number): number {
  const { backoffMs: firstMs = 500, longestBackoffMs: longestMs = Number.POSITIVE_INFINITY } = job;
  return backOffMs({ firstMs, longestMs }, attemptsMade);
}
