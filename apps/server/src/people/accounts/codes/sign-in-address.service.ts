import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type Language } from '@pandafab/shared';
import { audit } from '../../../platform/audit/audit';
import { CLOCK } from '../../../platform/kit/config';
import { MailService } from '../../../platform/mail/mail.service';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { Unit } from '../../../platform/persistence/unit';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { replaceEmail } from '../../members/contact-email';
import { Account } from '../account.entity';
import { asEmailTaken } from '../accounts.service';
import { PasswordProof } from '../password-proof';
import { demandOpenCode, exchangeCode, makeCode, spendCodesOfAccount } from './account-codes';

export interface AddressRequest {
  /** Lower case. */
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** The sign-in address: a new one becomes valid when its owner opens the link that was sent to it. */
@Injectable()
export class SignInAddressService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly mail: MailService,
    private readonly proof: PasswordProof,
  ) {}

  /**
   * Does the same if the new address belongs to another account; only that account's owner is informed.
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY, AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_ATTEMPTS,
   *   MAIL.REFUSED {words}.
   */
  async ask(accountId: AccountId, { email, password, language }: AddressRequest): Promise<void> {
    await this.mail.demandRoom(email);
    const account = await this.read.of(Account).findOneByOrFail({ id: accountId });
    await this.proof.demand(account, password);
    const { memberId, email: old } = account;
    const mailId = await this.unitOfWork.run(async (unit) => {
      const request = { purpose: 'email-change', email, language, accountId, memberId } as const;
      const { id: codeId } = await makeCode(unit, request);
      const asked = { template: 'email-change-asked', address: old, language, memberId } as const;
      await this.mail.post(unit, asked);
      return this.mail.post(unit, {
        template: 'email-change',
        address: email,
        language,
        memberId,
        codeId,
      });
    });
    const refusal = await this.mail.refusalOf(mailId);
    if (refusal) throw refusal;
  }

  /** The address to confirm, for the confirmation page. @throws Fault AUTH.CODE_INVALID. */
  async pending(secret: string): Promise<string> {
    return (await demandOpenCode(this.read.manager, this.clock.now(), secret, CHANGE)).email;
  }

  /** @throws Fault AUTH.CODE_INVALID; AUTH.EMAIL_TAKEN if another account took the address meanwhile. */
  async confirm(secret: string): Promise<void> {
    const email = await this.pending(secret);
    await this.unitOfWork
      .run(async (unit) => {
        const { manager } = unit;
        const { accountId } = await exchangeCode(unit, secret, CHANGE);
        const account = accountId && (await manager.findOneBy(Account, { id: accountId }));
        if (!account || account.disabledAt !== null) throw new Fault('AUTH.CODE_INVALID');
        await this.move(unit, account, email);
      })
      .catch(asEmailTaken(email));
  }

  private async move(unit: Unit, account: Account, email: string): Promise<void> {
    const { manager } = unit;
    const { id, memberId, email: old } = account;
    await spendCodesOfAccount(unit, account);
    await manager.update(Account, { id }, { email });
    // If the contact address was the same, it changes too, so that staff still reach the member.
    await replaceEmail(unit, memberId, old, email);
    await audit(unit, {
      action: 'account.email-changed',
      subject: ['account', id],
      personal: { memberId, before: { email: old }, after: { email } },
    });
  }
}

const CHANGE = ['email-change'] as const;
