import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import type { SignedIn } from '../../platform/http/session-cookie';
import { CLOCK } from '../../platform/kit/config';
import { currentRequest } from '../../platform/kit/request-context';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { LoginSession } from './account.entity';
import { KnownDevices } from './known-devices';

const HOUR_MS = 3_600_000;
export const SESSION_IDLE_MS = 12 * HOUR_MS;
export const SESSION_ABSOLUTE_MS = 7 * 24 * HOUR_MS;
/** The last use is stored at most this often: reading a page should not write each time. */
const EXTEND_EVERY_MS = 5 * 60_000;

/** Signed-in browsers. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * Begins a session in the caller's unit of work, and marks the browser as known. Returns the secrets for its cookies.
   * Deletes expired sessions.
   */
  async begin(unit: Unit, accountId: AccountId): Promise<SignedIn> {
    const { manager, now } = unit;
    const secret = newSecret();
    await manager.delete(LoginSession, { expiresAt: LessThanOrEqual(now) });
    await manager.insert(LoginSession, {
      tokenHash: hashSecret(secret),
      id: newId<string>(),
      accountId,
      createdAt: now,
      expiresAt: now + SESSION_IDLE_MS,
      lastUsedAt: now,
      address: currentRequest()?.address ?? '',
      userAgent: currentRequest()?.userAgent ?? '',
    });
    return { session: secret, device: await this.devices.keep(unit, accountId) };
  }

  /** The account of this session; undefined if it does not exist or has expired. Use extends the session. */
  async accountOf(secret: string): Promise<AccountId | undefined> {
    const session = await this.read.of(LoginSession).findOneBy({ tokenHash: hashSecret(secret) });
    const now = this.clock.now();
    if (!session || session.expiresAt <= now) return undefined;
    const expiresAt = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_ABSOLUTE_MS);
    if (expiresAt - session.expiresAt >= EXTEND_EVERY_MS) await this.extend(session.tokenHash, expiresAt);
    return session.accountId;
  }

  async end({ manager }: Unit, secret: string): Promise<void> {
    await manager.delete(LoginSession, { tokenHash: hashSecret(secret) });
  }

  /** The account's sessions that have not expired, latest used first. */
  list(accountId: AccountId): Promise<LoginSession[]> {
    return this.read.of(LoginSession).find({
      where: { accountId, expiresAt: MoreThan(this.clock.now()) },
      order: { lastUsedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Ends one of the account's sessions. @throws Fault AUTH.UNKNOWN_SESSION, also for another account's. */
  async endOne(accountId: AccountId, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { affected } = await unit.manager.delete(LoginSession, { id, accountId });
      if (affected === 0) throw new Fault('AUTH.UNKNOWN_SESSION');
      await audit(unit, { action: 'session.ended', subject: ['session', id] });
    });
  }

  /** Ends all sessions of the account except the one with this secret; without a secret, all. */
  async endOthers(accountId: AccountId, secret: string | undefined): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const others = secret ? { accountId, tokenHash: Not(hashSecret(secret)) } : { accountId };
      const { affected } = await unit.manager.delete(LoginSession, others);
      if (affected === 0) return;
      const subject = ['account', accountId] as const;
      await audit(unit, {
        action: 'account.sessions-ended',
        subject,
        after: { ended: affected },
      });
    });
  }

  private async extend(tokenHash: string, expiresAt: number): Promise<void> {
    await this.unitOfWork.run(({ manager, now }) =>
      manager.update(LoginSession, { tokenHash }, { expiresAt, lastUsedAt: now }),
    );
  }
}
