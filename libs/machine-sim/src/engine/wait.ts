import type { EmergencyOrder } from '../serial/emergency-parser';

/** What ends a wait before its time: an order of the host, or somebody who presses the machine's button. */
export type Interruption = EmergencyOrder | 'click';

/** A command that is not finished: why, until when, and what comes then. */
export interface Wait {
  /** Monotonic time in milliseconds at which it ends by itself; Infinity for "when a person says so". */
  readonly until: number;
  /** What the keep-alive says meanwhile (M113); null for nothing at all. */
  readonly shows: 'processing' | 'paused for user' | null;
  /** What ends it before its time. */
  readonly endedBy: readonly Interruption[];
  /** A line for every second of it, as M109 and M190 show. */
  readonly eachSecond?: () => string;
  /** Goes on, perhaps to another wait. */
  readonly next: () => Wait | undefined;
}

/** Waits for time alone. */
export const waitUntil = (until: number, next: Wait['next']): Wait => ({
  until,
  shows: 'processing',
  endedBy: ['M410'],
  next,
});
