import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, newId } from '@pandafab/shared';
import { LessThanOrEqual, Not } from 'typeorm';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { DEVICE_KNOWN_MS } from '../../platform/http/session-cookie';
import { CLOCK } from '../../platform/kit/config';
import { currentRequest } from '../../platform/kit/request-context';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { Account } from './account.entity';
import { KnownDevice } from './known-device.entity';

/**
 * Browsers with an earlier successful sign-in (OWASP, “Slow Down Online Guessing Attacks with Device Cookies”): an
 * attacker's guesses lock the account for unknown browsers, but never for these.
 */
@Injectable()
export class KnownDevices {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
  ) {}

  /**
   * Id of the requesting browser, if the account with this address knows it; failed sign-ins are counted by this id.
   */
  async find(email: string): Promise<string | undefined> {
    const secret = currentRequest()?.device;
    if (!secret) return undefined;
    const known = await this.read
      .of(KnownDevice)
      .createQueryBuilder('device')
      .innerJoin(Account, 'account', 'account.id = device.accountId')
      .where('device.tokenHash = :hash AND account.email = :email', { hash: hashSecret(secret), email })
      .andWhere('device.expiresAt > :now', { now: this.clock.now() })
      .getOne();
    return known?.id;
  }

  /**
   * Marks the requesting browser as known to this account, and returns the secret for its device cookie. A browser that
   * the account does not know gets a new secret, so that an attacker who planted the cookie does not have it. Other
   * accounts that know this browser go on knowing it, by the new secret.
   */
  async keep({ manager, now }: Unit, accountId: AccountId): Promise<string> {
    const used = { lastUsedAt: now, expiresAt: now + DEVICE_KNOWN_MS };
    await manager.delete(KnownDevice, { expiresAt: LessThanOrEqual(now) });
    const before = currentRequest()?.device;
    const old = before && hashSecret(before);
    if (old && (await manager.update(KnownDevice, { tokenHash: old, accountId }, used)).affected)
      return before;
    const secret = newSecret();
    const tokenHash = hashSecret(secret);
    if (old) await manager.update(KnownDevice, { tokenHash: old }, { tokenHash });
    await manager.insert(KnownDevice, { id: newId<string>(), tokenHash, accountId, createdAt: now, ...used });
    return secret;
  }

  /** After a change of password: forgets every known browser of the account except the one that sent the request. */
  async forgetOthers({ manager }: Unit, accountId: AccountId): Promise<void> {
    const own = currentRequest()?.device;
    await manager.delete(KnownDevice, { accountId, ...(own && { tokenHash: Not(hashSecret(own)) }) });
  }
}
