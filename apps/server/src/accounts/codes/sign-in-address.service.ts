import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type Language } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { MailService } from '../../mail/mail.service';
import { MemberContact } from '../../people/member.entity';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { Account } from '../account.entity';
import { asEmailTaken } from '../accounts.service';
import { PasswordProof } from '../password-proof';
import { demandOpenCode, exchangeCode, makeCode, spendCodesOfAccount } from './account-codes';

export interface AddressWish {
  /** Lower case. */
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** The address that one signs in with: another one counts once a link that was sent there is followed. */
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
   * Does the same whether or not the new address opens another account; its owner alone is told.
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY, AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_ATTEMPTS,
   *   MAIL.REFUSED {words}.
   */
  async ask(accountId: AccountId, { email, password, language }: AddressWish): Promise<void> {
    await this.mail.demandRoom(email);
    const account = await this.read.of(Account).findOneByOrFail({ id: accountId });
    await this.proof.demand(account, password);
    const { memberId, email: old } = account;
    const mailId = await this.unitOfWork.run(async (manager) => {
      const wish = { purpose: 'email-change', email, language, accountId, memberId } as const;
      const { id: codeId } = await makeCode(manager, this.clock, wish);
      const asked = { template: 'email-change-asked', address: old, language, memberId } as const;
      await this.mail.post(manager, asked);
      return this.mail.post(manager, {
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

  /** The address that is about to be confirmed, for a page that asks. @throws Fault AUTH.CODE_INVALID. */
  async pending(secret: string): Promise<string> {
    return (await demandOpenCode(this.read.manager, this.clock, secret, CHANGE)).email;
  }

  /** @throws Fault AUTH.CODE_INVALID; AUTH.EMAIL_TAKEN where another account took the address in the meantime. */
  async confirm(secret: string): Promise<void> {
    const email = await this.pending(secret);
    await this.unitOfWork
      .run(async (manager) => {
        const { accountId } = await exchangeCode(manager, this.clock, secret, CHANGE);
        const account = accountId && (await manager.findOneBy(Account, { id: accountId }));
        if (!account || account.disabledAt !== null) throw new Fault('AUTH.CODE_INVALID');
        await this.move(manager, account, email);
      })
      .catch(asEmailTaken(email));
  }

  private async move(manager: EntityManager, account: Account, email: string): Promise<void> {
    const { id, memberId, email: old } = account;
    await spendCodesOfAccount(manager, this.clock, account);
    await manager.update(Account, { id }, { email });
    // Where both were the same, whoever writes to the member goes on reaching them.
    await manager.update(MemberContact, { memberId, email: old }, { email, emailBouncedAt: null });
    await audit(manager, this.clock, {
      action: 'account.email-changed',
      subject: ['account', id],
      personal: { memberId, before: { email: old }, after: { email } },
    });
  }
}

const CHANGE = ['email-change'] as const;
