import { Inject, Injectable } from '@nestjs/common';
import { Counters, counterKey } from './counters';
import { GrowingLock } from './growing-lock';
import { LIMIT_SETTINGS, type LimitSettings } from './limit-settings';
import { Limits } from './limits.service';
import { networkOf } from './network-of';

const LIMIT = 'sign-in';

/** An attempt to sign in. */
export interface SignInAttempt {
  readonly email: string;
  /** Network address of the request. */
  readonly address: string;
  /** The key of a browser that the account knows; undefined: a stranger's browser. */
  readonly device: string | undefined;
}

interface Counted {
  readonly lock: GrowingLock;
  readonly key: string;
}

/**
 * Slows guessing down. Failures lock the account for their network address; more failures, from any addresses, lock
 * it for all strangers; each time for longer. A browser that the account knows is counted separately: otherwise any
 * stranger could lock the account's owner out. A network address is locked after many failures, for any accounts.
 */
@Injectable()
export class SignInLimit {
  private readonly ofAddress: GrowingLock;
  private readonly ofStrangers: GrowingLock;
  private readonly ofDevice: GrowingLock;

  constructor(
    counters: Counters,
    private readonly limits: Limits,
    @Inject(LIMIT_SETTINGS) { lockOut, strangersLockOut }: LimitSettings,
  ) {
    this.ofAddress = new GrowingLock(counters, 'sign-in', lockOut);
    this.ofStrangers = new GrowingLock(counters, 'sign-in-strangers', strangersLockOut);
    this.ofDevice = new GrowingLock(counters, 'sign-in-device', lockOut);
  }

  /**
   * Counts an attempt as a failure before it is checked, so that many at the same time cannot pass the limit.
   * @throws Fault AUTH.TOO_MANY_ATTEMPTS {minutes, seconds}
   */
  async begin(attempt: SignInAttempt): Promise<void> {
    const counted = this.countsOf(attempt);
    for (const { lock, key } of counted) await lock.demandOpen(key);
    await this.countAddress(attempt);
    const done: Counted[] = [];
    try {
      for (const each of counted) {
        done.push(each);
        await each.lock.count(each.key);
      }
    } catch (refused) {
      // The attempt was not checked, so it does not count as a failure.
      await Promise.all(done.map(({ lock, key }) => lock.forgiveOne(key)));
      await this.forgiveAddress(attempt);
      throw refused;
    }
  }

  /** The attempt succeeded: earlier failures are forgotten. */
  async succeed(attempt: SignInAttempt): Promise<void> {
    await Promise.all(this.countsOf(attempt).map(({ lock, key }) => lock.forget(key)));
    await this.forgiveAddress(attempt);
  }

  private countsOf({ email, address, device }: SignInAttempt): Counted[] {
    if (device !== undefined) return [{ lock: this.ofDevice, key: counterKey('device', device) }];
    return [
      { lock: this.ofAddress, key: counterKey(email, networkOf(address)) },
      { lock: this.ofStrangers, key: counterKey('strangers', email) },
    ];
  }

  /** Failures of others at the same address do not count for a browser that the account knows. */
  private async countAddress({ address, device }: SignInAttempt): Promise<void> {
    if (device === undefined) await this.limits.demand(LIMIT, networkOf(address));
  }

  private async forgiveAddress({ address, device }: SignInAttempt): Promise<void> {
    if (device === undefined) await this.limits.forgive(LIMIT, networkOf(address));
  }
}
