import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { AccountId, CancelTimer, Clock } from '@pandafab/shared';
import { CLOCK } from '../kit/config';
import { reasonOf } from '../kit/reason-of';
import { Counters, counterKey, LIMIT_PREFIX } from './counters';
import { LIMIT_SETTINGS, type LimitSettings } from './limit-settings';
import { networkOf } from './network-of';
import { tooMany } from './too-many';

const SHARED_EVERY_MS = 1000;
/** Above this number of keys the oldest are forgotten, so that strangers cannot fill the memory. */
const MAX_KEYS = 50_000;
const KEYS_AT_ONCE = 100;

interface Count {
  /** The count of all processes, as of the last answer of Redis. */
  shared: number;
  /** The count of this process that Redis does not have yet. */
  own: number;
}

/**
 * How many requests an account or a stranger's address may send. Counted in memory, and added up in Redis every
 * second: a request costs a look-up in a map instead of a round trip, and several processes together exceed the limit
 * at most by the requests of that second.
 */
@Injectable()
export class RequestLimit implements OnModuleDestroy {
  private readonly log = new Logger('Limits');
  private counts = new Map<string, Count>();
  private window = 0;
  private cancel: CancelTimer | undefined;
  private readonly windowMs: number;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly counters: Counters,
    @Inject(LIMIT_SETTINGS) private readonly settings: LimitSettings,
  ) {
    this.windowMs = settings.requests.windowSeconds * 1000;
  }

  /** @throws Fault REQUEST.TOO_MANY {minutes, seconds} */
  demandOfAccount(id: AccountId): void {
    this.demand(id, this.settings.requests.perAccount);
  }

  /**
   * For a token that is counted by itself, such as a slicer's, which asks for the state every two seconds.
   * @throws Fault REQUEST.TOO_MANY {minutes, seconds}
   */
  demandOfToken(id: string): void {
    this.demand(`token ${id}`, this.settings.requests.perAddress);
  }

  /** @throws Fault REQUEST.TOO_MANY {minutes, seconds} */
  demandOfAddress(address: string): void {
    this.demand(networkOf(address), this.settings.requests.perAddress);
  }

  onModuleDestroy(): void {
    this.cancel?.();
  }

  private demand(key: string, most: number): void {
    const now = this.clock.now();
    this.turnTo(Math.floor(now / this.windowMs));
    const count = this.counts.get(key) ?? this.remember(key);
    if (count.shared + count.own >= most)
      throw tooMany('REQUEST.TOO_MANY', (this.window + 1) * this.windowMs - now);
    count.own += 1;
    this.cancel ??= this.clock.setTimer(SHARED_EVERY_MS, () => void this.share());
  }

  private turnTo(window: number): void {
    if (window === this.window) return;
    this.window = window;
    this.counts = new Map();
  }

  private remember(key: string): Count {
    const count = { shared: 0, own: 0 };
    this.counts.set(key, count);
    const [oldest] = this.counts.keys();
    if (this.counts.size > MAX_KEYS && oldest !== undefined) this.counts.delete(oldest);
    return count;
  }

  /** Sends the new counts to Redis, and reads those of the other processes. Without Redis: tries again next time. */
  private async share(): Promise<void> {
    this.cancel = undefined;
    const fresh = [...this.counts].filter(([, { own }]) => own > 0);
    try {
      for (let at = 0; at < fresh.length; at += KEYS_AT_ONCE)
        await this.add(fresh.slice(at, at + KEYS_AT_ONCE));
    } catch (error) {
      this.log.debug(
        `Redis does not answer, so this process counts its own requests only: ${reasonOf(error as Error)}`,
      );
    }
  }

  /** In one transaction, so that no key stays without its end. */
  private async add(counts: readonly (readonly [string, Count])[]): Promise<void> {
    const sent = counts.map(([key, count]) => ({ key, count, own: count.own }));
    const all = this.counters.redis.multi();
    for (const { key, own } of sent) {
      const name = `${LIMIT_PREFIX}requests:${counterKey(key)}:${this.window}`;
      all.incrby(name, own).pexpire(name, 2 * this.windowMs);
    }
    const answers = await all.exec();
    for (const [at, { count, own }] of sent.entries()) {
      const total = answers?.[2 * at]?.[1];
      if (typeof total !== 'number') continue;
      count.shared = total;
      count.own -= own;
    }
  }
}
