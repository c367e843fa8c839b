import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { Counters, counterKey } from './counters';
import { LIMIT_SETTINGS, type LimitName, type LimitSettings } from './limit-settings';
import { tooMany } from './too-many';

/** The named limits. */
@Injectable()
export class Limits {
  private readonly limiters = new Map<LimitName, ReturnType<Counters['make']>>();

  constructor(
    private readonly counters: Counters,
    @Inject(LIMIT_SETTINGS) private readonly settings: LimitSettings,
  ) {}

  /**
   * Counts an attempt before it is made, so that many at the same time cannot pass the limit.
   * @param key whose attempt it is; `networkOf` an address
   * @throws Fault AUTH.TOO_MANY_ATTEMPTS or REQUEST.TOO_MANY {minutes, seconds}
   */
  async demand(name: LimitName, key: string): Promise<void> {
    const { fault } = this.settings.limits[name];
    await this.of(name)
      .consume(counterKey(key))
      .catch((refused: unknown) => {
        throw refused instanceof RateLimiterRes ? tooMany(fault, refused.msBeforeNext) : refused;
      });
  }

  /** The attempt was legitimate: it does not count. */
  async forgive(name: LimitName, key: string): Promise<void> {
    await this.of(name).reward(counterKey(key));
  }

  private of(name: LimitName) {
    const { points, seconds } = this.settings.limits[name];
    const limiter = this.limiters.get(name) ?? this.counters.make(name, points, seconds);
    this.limiters.set(name, limiter);
    return limiter;
  }
}
