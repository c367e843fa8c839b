import type { CancelTimer, Clock, Instant } from '@pandafab/shared';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What Node calls reads and writes of files, and their closing, while they are under way. */
const DISK = new Set(['FSReqPromise', 'FSReqCallback', 'CloseReq']);
const diskWorks = (): boolean => process.getActiveResourcesInfo().some((name) => DISK.has(name));

/**
 * Runs everything that promises have already scheduled. Waits for the disk: otherwise hours would pass on this clock
 * while a slow computer reads a file, and a driver would give up waiting for it.
 */
async function settlePromises(): Promise<void> {
  await nextTurn();
  while (diskWorks()) await nextTurn();
}

/** Time that passes only when a test says so. Due timers run in order, also those set by other timers. */
export class FakeClock implements Clock {
  private elapsed = 0;
  private jumped = 0;
  private readonly timers: Timer[] = [];

  constructor(private readonly startedAt: Instant = Date.UTC(2026, 0, 5, 9)) {}

  now(): Instant {
    return this.startedAt + this.elapsed + this.jumped;
  }

  monotonic(): number {
    return this.elapsed;
  }

  setTimer(delayMs: number, callback: () => void): CancelTimer {
    const timer: Timer = { due: this.elapsed + Math.max(0, delayMs), callback };
    this.timers.splice(this.positionFor(timer.due), 0, timer);
    return () => {
      // Removed immediately: otherwise a host that sets and cancels a timer for each line would fill the list.
      const index = this.timers.indexOf(timer);
      if (index >= 0) this.timers.splice(index, 1);
    };
  }

  /** Number of timers still waiting: 0 proves that something has stopped cleanly. */
  get pending(): number {
    return this.timers.length;
  }

  /**
   * Moves the date forward, as when a host's clock is set, without letting time pass. For periods of days: the server has
   * periodic work each second or so, and a year of that takes too long for a test.
   */
  jump(ms: number): void {
    this.jumped += ms;
  }

  /** Lets `ms` pass, synchronously; promises do not get their turn. */
  advance(ms: number): void {
    const end = this.elapsed + ms;
    while (this.runNext(end));
    this.elapsed = end;
  }

  /** Lets `ms` pass and gives promises their turn before and after each timer. */
  async advanceAsync(ms: number): Promise<void> {
    const end = this.elapsed + ms;
    await settlePromises();
    while (this.runNext(end)) await settlePromises();
    this.elapsed = end;
  }

  /**
   * Lets time pass, timer by timer, until `condition` holds.
   * @throws Error when it does not within `limitMs` of this clock, or when no timer is left to wait for.
   */
  async runUntil(condition: () => boolean, limitMs = 24 * 3_600_000): Promise<void> {
    const end = this.elapsed + limitMs;
    await settlePromises();
    while (!condition()) {
      if (!this.runNext(end)) throw new Error(`not reached: ${condition} (${this.pending} timers are left)`);
      await settlePromises();
    }
  }

  private runNext(end: number): boolean {
    const timer = this.timers[0];
    if (!timer || timer.due > end) return false;
    this.timers.shift();
    this.elapsed = timer.due;
    timer.callback();
    return true;
  }

  /** After the timers due at the same time: first set, first run. */
  private positionFor(due: number): number {
    let low = 0;
    let high = this.timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.timers[middle]?.due ?? due) <= due) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
