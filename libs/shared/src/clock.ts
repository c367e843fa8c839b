/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** Ends a timer; calling it again does nothing. */
export type CancelTimer = () => void;

/**
 * The source of time. All code that waits or needs a date uses a Clock, so tests never sleep.
 */
export interface Clock {
  /** The date: may jump when the host's clock is set. Never used to order events. */
  now(): Instant;
  /** Milliseconds that only ever grow, for measuring and for timeouts. */
  monotonic(): number;
  /** Calls `callback` once, after `delayMs`. */
  setTimer(delayMs: number, callback: () => void): CancelTimer;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
