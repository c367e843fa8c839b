import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Counters } from './counters';
import { type LockOut, lockSeconds } from './limit-settings';
import { tooMany } from './too-many';

/** Locks after several failures in a row, for longer after each further one. */
export class GrowingLock {
  private readonly failures: ReturnType<Counters['make']>;
  private readonly locks: ReturnType<Counters['make']>;

  constructor(
    counters: Counters,
    name: string,
    private readonly settings: LockOut,
  ) {
    const { rememberedSeconds, longestSeconds } = settings;
    this.failures = counters.make(`${name}-failures`, Number.MAX_SAFE_INTEGER, rememberedSeconds);
    this.locks = counters.make(`${name}-lock`, 1, longestSeconds);
  }

  /** @throws Fault AUTH.TOO_MANY_ATTEMPTS {minutes, seconds} */
  async demandOpen(key: string): Promise<void> {
    const lock = await this.locks.get(key);
    if (lock) throw tooMany('AUTH.TOO_MANY_ATTEMPTS', lock.msBeforeNext);
  }

  /**
   * Counts a failure. The request whose failure starts the lock may itself still try: of many requests at the same
   * time, only the first may.
   * @throws Fault AUTH.TOO_MANY_ATTEMPTS {minutes, seconds}
   */
  async count(key: string): Promise<void> {
    const { consumedPoints } = await this.failures.penalty(key);
    const seconds = lockSeconds(consumedPoints, this.settings);
    if (seconds === 0) return;
    await this.locks.consume(key, 1, { customDuration: seconds }).catch((refused: unknown) => {
      throw refused instanceof RateLimiterRes
        ? tooMany('AUTH.TOO_MANY_ATTEMPTS', refused.msBeforeNext)
        : refused;
    });
  }

  async forgiveOne(key: string): Promise<void> {
    await this.failures.reward(key);
  }

  async forget(key: string): Promise<void> {
    await Promise.all([this.failures.delete(key), this.locks.delete(key)]);
  }
}
