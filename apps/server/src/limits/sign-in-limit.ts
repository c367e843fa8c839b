import { Inject, Injectable } from '@nestjs/common';
import { Counters, counterKey } from './counters';
import { GrowingLock } from './growing-lock';
import { LIMIT_SETTINGS, type LimitSettings } from './limit-settings';
import { Limits } from './limits.service';
import { networkOf } from './network-of';

const LIMIT = 'sign-in';

/** Who tries to sign in. */
export interface SignInAttempt {
  readonly email: string;
  /** Network address that it is asked from. */
  readonly address: string;
  /** By what the browser is counted where the account knows it; undefined: a stranger. */
  readonly device: string | undefined;
}

interface Counted {
  readonly lock: GrowingLock;
  readonly key: string;
}

/**
 * Slows guessing down. An account is shut to the network address that fails; after more failures from wherever, to all
 * strangers; each time for longer. Never to a browser that it knows: that one has a count of its own, else any stranger
 * could keep somebody out. An address as such is shut after many failures, whomever it guesses.
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
   * Counts an attempt as a failure before it is checked, so that many at once do not slip past.
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
      // It was not checked: it was no failure.
      await Promise.all(done.map(({ lock, key }) => lock.forgiveOne(key)));
      await this.forgiveAddress(attempt);
      throw refused;
    }
  }

  /** The attempt was right: earlier failures are forgiven. */
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

  /** What others fail from the same address is nothing of a browser's that the account knows. */
  private async countAddress({ address, device }: SignInAttempt): Promise<void> {
    if (device === undefined) await this.limits.demand(LIMIT, networkOf(address));
  }

  private async forgiveAddress({ address, device }: SignInAttempt): Promise<void> {
    if (device === undefined) await this.limits.forgive(LIMIT, networkOf(address));
  }
}
