import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { Counters, counterKey } from './counters';
import { LIMIT_SETTINGS, type LimitSettings, lockSeconds } from './limit-settings';
import { Limits } from './limits.service';
import { networkOf } from './network-of';
import { tooMany } from './too-many';

const LIMIT = 'sign-in';

/**
 * Slows guessing down. An account is shut to the network address that fails, for a minute after five failures in a row
 * and twice as long after each further one; the address as such, after many failures whomever it guesses. Shut to an
 * address, not to everybody: a stranger must not be able to keep somebody out.
 */
@Injectable()
export class SignInLimit {
  private readonly failures: ReturnType<Counters['make']>;
  private readonly locks: ReturnType<Counters['make']>;

  constructor(
    counters: Counters,
    private readonly limits: Limits,
    @Inject(LIMIT_SETTINGS) private readonly settings: LimitSettings,
  ) {
    const { rememberedSeconds, longestSeconds } = settings.lockOut;
    this.failures = counters.make('sign-in-failures', Number.MAX_SAFE_INTEGER, rememberedSeconds);
    this.locks = counters.make('sign-in-lock', 1, longestSeconds);
  }

  /**
   * Counts an attempt as a failure before it is checked, so that many at once do not slip past.
   * @throws Fault AUTH.TOO_MANY_ATTEMPTS {minutes, seconds}
   */
  async begin(email: string, address: string): Promise<void> {
    const key = counterKey(email, networkOf(address));
    const lock = await this.locks.get(key);
    if (lock) throw tooMany('AUTH.TOO_MANY_ATTEMPTS', lock.msBeforeNext);
    await this.limits.demand(LIMIT, networkOf(address));
    const { consumedPoints } = await this.failures.penalty(key);
    const seconds = lockSeconds(consumedPoints, this.settings.lockOut);
    if (seconds > 0) await this.lock(key, address, seconds);
  }

  /** The attempt was right: earlier failures are forgiven. */
  async succeed(email: string, address: string): Promise<void> {
    const key = counterKey(email, networkOf(address));
    await Promise.all([
      this.failures.delete(key),
      this.locks.delete(key),
      this.limits.forgive(LIMIT, networkOf(address)),
    ]);
  }

  /** Whoever locks may still try: of many at once only the first locks. The others were no failures. */
  private async lock(key: string, address: string, seconds: number): Promise<void> {
    try {
      await this.locks.consume(key, 1, { customDuration: seconds });
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      await Promise.all([this.failures.reward(key), this.limits.forgive(LIMIT, networkOf(address))]);
      throw tooMany('AUTH.TOO_MANY_ATTEMPTS', refused.msBeforeNext);
    }
  }
}
