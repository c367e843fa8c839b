import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type Language } from '@pandafab/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { audit } from '../../audit/audit';
import type { AuditAction } from '../../audit/audit-words';
import { CLOCK } from '../../config';
import { MailService } from '../../mail/mail.service';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { Account, LoginSession } from '../account.entity';
import type { AccountCode } from '../account-code.entity';
import { KnownDevices } from '../known-devices';
import { PasswordProof } from '../password-proof';
import { hashPassword } from '../passwords';
import { hashSecret } from '../secrets';
import type { SignedIn } from '../session-cookie';
import { SessionsService } from '../sessions.service';
import { demandOpenCode, exchangeCode, makeCode, spendCodesOfAccount } from './account-codes';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** Secret of the session that goes on; all others end. */
  readonly session: string | undefined;
  readonly language: Language;
}

/** Passwords: forgotten ones, and new ones. */
@Injectable()
export class PasswordsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly mail: MailService,
    private readonly sessions: SessionsService,
    private readonly proof: PasswordProof,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * Does the same whether or not the address is known: that is looked up when the mail is written.
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY.
   */
  async forget(email: string, language: Language): Promise<void> {
    await this.mail.demandRoom(email);
    await this.unitOfWork.run(async (manager) => {
      const wish = { purpose: 'password-reset', email, language } as const;
      const { id: codeId } = await makeCode(manager, this.clock, wish);
      await this.mail.post(manager, { template: 'password-reset', address: email, language, codeId });
    });
  }

  /** What a link to choose a password is for, and whose it is. @throws Fault AUTH.CODE_INVALID. */
  pending(secret: string): Promise<Pick<AccountCode, 'purpose' | 'email'>> {
    return demandOpenCode(this.read.manager, this.clock, secret, CHOOSING);
  }

  /** Sets the password, ends every session and begins one: its secret. @throws Fault AUTH.CODE_INVALID. */
  async reset(secret: string, password: string): Promise<SignedIn> {
    const { accountId, email, language } = await demandOpenCode(this.read.manager, this.clock, secret, RESET);
    const passwordHash = await hashPassword(password, [email]);
    return this.unitOfWork.run(async (manager) => {
      const { createdBy } = await exchangeCode(manager, this.clock, secret, RESET);
      const account = accountId && (await manager.findOneBy(Account, { id: accountId }));
      if (!account || account.disabledAt !== null) throw new Fault('AUTH.CODE_INVALID');
      // The link is worth nothing once the account of the staff member who made it was shut.
      if (createdBy && (await manager.existsBy(Account, { id: createdBy, disabledAt: Not(IsNull()) })))
        throw new Fault('AUTH.CODE_INVALID');
      await manager.update(Account, { id: account.id }, { passwordHash });
      await manager.delete(LoginSession, { accountId: account.id });
      await this.note(manager, account, 'account.password-reset', language);
      return this.sessions.begin(manager, account.id);
    });
  }

  /** Ends all sessions but the one that asks. @throws Fault AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_ATTEMPTS, AUTH.PASSWORD_COMMON. */
  async change(accountId: AccountId, { current, next, session, language }: PasswordChange): Promise<void> {
    const account = await this.read.of(Account).findOneByOrFail({ id: accountId });
    await this.proof.demand(account, current);
    const passwordHash = await hashPassword(next, [account.email]);
    await this.unitOfWork.run(async (manager) => {
      // Somebody else may have changed it while this one was hashed.
      const unchanged = { id: accountId, passwordHash: account.passwordHash };
      const { affected } = await manager.update(Account, unchanged, { passwordHash });
      if (!affected) throw new Fault('AUTH.WRONG_PASSWORD');
      const others = session === undefined ? {} : { tokenHash: Not(hashSecret(session)) };
      await manager.delete(LoginSession, { accountId, ...others });
      await this.note(manager, account, 'account.password-changed', language);
    });
  }

  /** Links that were sent earlier open nothing any more, and the person is told: it may not have been them. */
  private async note(
    manager: EntityManager,
    account: Account,
    action: AuditAction,
    language: Language,
  ): Promise<void> {
    const { id, memberId, email } = account;
    await spendCodesOfAccount(manager, this.clock, account);
    await this.devices.forgetOthers(manager, id);
    await audit(manager, this.clock, { action, subject: ['account', id] });
    await this.mail.post(manager, { template: 'password-changed', address: email, memberId, language });
  }
}

const RESET = ['password-reset'] as const;
/** The links by which a password is chosen. */
const CHOOSING = ['invitation', 'registration', ...RESET] as const;
