import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, newId } from '@pandafab/shared';
import { type EntityManager, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { audit } from '../audit/audit';
import { currentRequest } from '../audit/request-context';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { LoginSession } from './account.entity';
import { KnownDevices } from './known-devices';
import { hashSecret, newSecret } from './secrets';
import type { SignedIn } from './session-cookie';

const HOUR_MS = 3_600_000;
export const SESSION_IDLE_MS = 12 * HOUR_MS;
export const SESSION_ABSOLUTE_MS = 7 * 24 * HOUR_MS;
/** Use is written down at most this often: reading a page should not be a write. */
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
   * Begins a session in the caller's unit of work, and makes the browser known: the secrets for its cookies. Sweeps expired
   * ones.
   */
  async begin(manager: EntityManager, accountId: AccountId): Promise<SignedIn> {
    const secret = newSecret();
    const now = this.clock.now();
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
    return { session: secret, device: await this.devices.keep(manager, accountId) };
  }

  /** Whose session this is; undefined when there is none, or none any more. Using it keeps it alive. */
  async accountOf(secret: string): Promise<AccountId | undefined> {
    const session = await this.read.of(LoginSession).findOneBy({ tokenHash: hashSecret(secret) });
    const now = this.clock.now();
    if (!session || session.expiresAt <= now) return undefined;
    const expiresAt = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_ABSOLUTE_MS);
    if (expiresAt - session.expiresAt >= EXTEND_EVERY_MS) await this.extend(session.tokenHash, expiresAt);
    return session.accountId;
  }

  async end(manager: EntityManager, secret: string): Promise<void> {
    await manager.delete(LoginSession, { tokenHash: hashSecret(secret) });
  }

  /** The account's sessions that have not expired, the latest used first. */
  list(accountId: AccountId): Promise<LoginSession[]> {
    return this.read.of(LoginSession).find({
      where: { accountId, expiresAt: MoreThan(this.clock.now()) },
      order: { lastUsedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Ends one of the account's own. @throws Fault AUTH.UNKNOWN_SESSION, also for someone else's. */
  async endOne(accountId: AccountId, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { affected } = await manager.delete(LoginSession, { id, accountId });
      if (affected === 0) throw new Fault('AUTH.UNKNOWN_SESSION');
      await audit(manager, this.clock, { action: 'session.ended', subject: ['session', id] });
    });
  }

  /** Ends all sessions of the account but the one with this secret; without one, all. */
  async endOthers(accountId: AccountId, secret: string | undefined): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const others = secret ? { accountId, tokenHash: Not(hashSecret(secret)) } : { accountId };
      const { affected } = await manager.delete(LoginSession, others);
      if (affected === 0) return;
      const subject = ['account', accountId] as const;
      await audit(manager, this.clock, {
        action: 'account.sessions-ended',
        subject,
        after: { ended: affected },
      });
    });
  }

  private async extend(tokenHash: string, expiresAt: number): Promise<void> {
    await this.unitOfWork.run((manager) =>
      manager.update(LoginSession, { tokenHash }, { expiresAt, lastUsedAt: this.clock.now() }),
    );
  }
}
