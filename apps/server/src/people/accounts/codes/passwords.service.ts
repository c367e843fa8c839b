import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type Language } from '@pandafab/shared';
import { IsNull, Not } from 'typeorm';
import { audit } from '../../../platform/audit/audit';
import type { AuditAction } from '../../../platform/audit/audit-words';
import { hashSecret } from '../../../platform/http/secrets';
import type { SignedIn } from '../../../platform/http/session-cookie';
import { CLOCK } from '../../../platform/kit/config';
import { MailService } from '../../../platform/mail/mail.service';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { Unit } from '../../../platform/persistence/unit';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { Account, LoginSession } from '../account.entity';
import type { AccountCode } from '../account-code.entity';
import { KnownDevices } from '../known-devices';
import { PasswordProof } from '../password-proof';
import { hashPassword } from '../passwords';
import { SessionsService } from '../sessions.service';
import { demandOpenCode, exchangeCode, makeCode, spendCodesOfAccount } from './account-codes';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** Secret of the session that stays; all others end. */
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
   * Does the same for a known and an unknown address: the address is looked up when the mail is written.
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY.
   */
  async forget(email: string, language: Language): Promise<void> {
    await this.mail.demandRoom(email);
    await this.unitOfWork.run(async (unit) => {
      const request = { purpose: 'password-reset', email, language } as const;
      const { id: codeId } = await makeCode(unit, request);
      await this.mail.post(unit, { template: 'password-reset', address: email, language, codeId });
    });
  }

  /** The purpose and the owner of a link to choose a password. @throws Fault AUTH.CODE_INVALID. */
  pending(secret: string): Promise<Pick<AccountCode, 'purpose' | 'email'>> {
    return demandOpenCode(this.read.manager, this.clock.now(), secret, CHOOSING);
  }

  /** Sets the password, ends every session, begins one and returns its secret. @throws Fault AUTH.CODE_INVALID. */
  async reset(secret: string, password: string): Promise<SignedIn> {
    const { accountId, email, language } = await demandOpenCode(
      this.read.manager,
      this.clock.now(),
      secret,
      RESET,
    );
    const passwordHash = await hashPassword(password, [email]);
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const { createdBy } = await exchangeCode(unit, secret, RESET);
      const account = accountId && (await manager.findOneBy(Account, { id: accountId }));
      if (!account || account.disabledAt !== null) throw new Fault('AUTH.CODE_INVALID');
      // The link is invalid if the account of the staff member who made it was disabled.
      if (createdBy && (await manager.existsBy(Account, { id: createdBy, disabledAt: Not(IsNull()) })))
        throw new Fault('AUTH.CODE_INVALID');
      await manager.update(Account, { id: account.id }, { passwordHash });
      await manager.delete(LoginSession, { accountId: account.id });
      await this.note(unit, account, 'account.password-reset', language);
      return this.sessions.begin(unit, account.id);
    });
  }

  /**
   * Ends all sessions except the caller's. @throws Fault AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_ATTEMPTS,
   * AUTH.PASSWORD_COMMON.
   */
  async change(accountId: AccountId, { current, next, session, language }: PasswordChange): Promise<void> {
    const account = await this.read.of(Account).findOneByOrFail({ id: accountId });
    await this.proof.demand(account, current);
    const passwordHash = await hashPassword(next, [account.email]);
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      // Another request may have changed it while this one was hashed.
      const unchanged = { id: accountId, passwordHash: account.passwordHash };
      const { affected } = await manager.update(Account, unchanged, { passwordHash });
      if (!affected) throw new Fault('AUTH.WRONG_PASSWORD');
      const others = session === undefined ? {} : { tokenHash: Not(hashSecret(session)) };
      await manager.delete(LoginSession, { accountId, ...others });
      await this.note(unit, account, 'account.password-changed', language);
    });
  }

  /** Invalidates earlier links, and informs the person by mail: an attacker may have made the change. */
  private async note(unit: Unit, account: Account, action: AuditAction, language: Language): Promise<void> {
    const { id, memberId, email } = account;
    await spendCodesOfAccount(unit, account);
    await this.devices.forgetOthers(unit, id);
    await audit(unit, { action, subject: ['account', id] });
    await this.mail.post(unit, { template: 'password-changed', address: email, memberId, language });
  }
}

const RESET = ['password-reset'] as const;
/** The purposes of links to choose a password. */
const CHOOSING = ['invitation', 'registration', ...RESET] as const;
