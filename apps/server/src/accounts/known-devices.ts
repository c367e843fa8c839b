import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, newId } from '@pandafab/shared';
import { type EntityManager, LessThanOrEqual, Not } from 'typeorm';
import { currentRequest } from '../audit/request-context';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { Account } from './account.entity';
import { KnownDevice } from './known-device.entity';
import { hashSecret, newSecret } from './secrets';

export const DEVICE_KNOWN_MS = 180 * 24 * 3_600_000;

/**
 * Browsers in which people signed in before (OWASP, “Slow Down Online Guessing Attacks with Device Cookies”): whoever
 * guesses from elsewhere shuts an account to strangers, and never to these.
 */
@Injectable()
export class KnownDevices {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
  ) {}

  /** Id of the requesting browser, if the account with this address knows it; failed sign-ins are counted by this id. */
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
   * Marks the requesting browser as known to this account, and returns the secret for its device cookie. A browser that the
   * account does not know gets a new secret, so that an attacker who planted the cookie does not have it. Other accounts
   * that know this browser go on knowing it, by the new secret.
   */
  async keep(manager: EntityManager, accountId: AccountId): Promise<string> {
    const now = this.clock.now();
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
  async forgetOthers(manager: EntityManager, accountId: AccountId): Promise<void> {
    const own = currentRequest()?.device;
    await manager.delete(KnownDevice, { accountId, ...(own && { tokenHash: Not(hashSecret(own)) }) });
  }
}
