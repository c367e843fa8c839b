import type { EmergencyOrder } from '../serial/emergency-parser';

/** The early ends of a wait: a command of the host, or a person who presses the machine's button. */
export type Interruption = EmergencyOrder | 'click';

/** An unfinished command: the reason, the end time, and the next step. */
export interface Wait {
  /** Monotonic time in milliseconds at which it ends by itself; Infinity for "when a person says so". */
  readonly until: number;
  /** The keep-alive message meanwhile (M113); null for none. */
  readonly shows: 'processing' | 'paused for user' | null;
  /** The events that end it early. */
  readonly endedBy: readonly Interruption[];
  /** A line for each second of the wait, as for M109 and M190. */
  readonly eachSecond?: () => string;
  /** Continues, perhaps with another wait. */
  readonly next: () => Wait | undefined;
}

/** Waits for time alone. */
export const waitUntil = (until: number, next: Wait['next']): Wait => ({
  until,
  shows: 'processing',
  endedBy: ['M410'],
  next,
});
