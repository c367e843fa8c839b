import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type Language, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../audit/audit';
import { BaseUrl } from '../../base-url';
import { CLOCK } from '../../config';
import { MailService } from '../../mail/mail.service';
import { Member } from '../../people/member.entity';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { Account } from '../account.entity';
import { newSecret } from '../secrets';
import { makeCode } from './account-codes';
import { codeLink } from './code-link';

export interface PasswordLinkWish {
  readonly memberId: MemberId;
  readonly createdBy: AccountId;
  readonly language: Language;
}

/** A way back in for somebody who forgot their password, by the staff: where no mail goes out they hand the link over. */
@Injectable()
export class PasswordLinksService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly base: BaseUrl,
    private readonly unitOfWork: UnitOfWork,
    private readonly mail: MailService,
  ) {}

  /**
   * Sends the link to the address that they sign in with, or returns it where no mail can be sent. An earlier one of the
   * member stops working.
   * @throws Fault MEMBER.UNKNOWN, MEMBER.NO_ACCOUNT, MEMBER.ACCOUNT_DISABLED, AUTH.OWN_PASSWORD_LINK
   */
  async make(wish: PasswordLinkWish) {
    const sent = this.mail.isConfigured;
    const secret = sent ? undefined : newSecret();
    const { expiresAt } = await this.unitOfWork.run((manager) => this.write(manager, wish, secret));
    const link = secret ? codeLink(this.base.get(), 'password-reset', secret) : null;
    return { sent, link, expiresAt };
  }

  private async write(
    manager: EntityManager,
    { memberId, createdBy, language }: PasswordLinkWish,
    secret: string | undefined,
  ) {
    const { id: accountId, email } = await accountToOpen(manager, memberId);
    // Else whoever finds a signed-in browser would choose a password without knowing the present one.
    if (accountId === createdBy) throw new Fault('AUTH.OWN_PASSWORD_LINK');
    const code = { purpose: 'password-reset', email, language, accountId, memberId, createdBy } as const;
    const { id: codeId, expiresAt } = await makeCode(manager, this.clock, code, secret);
    await this.mail.post(manager, { template: 'password-reset', address: email, language, memberId, codeId });
    await audit(manager, this.clock, {
      action: 'account.password-link-made',
      subject: ['account', accountId],
      after: { handedOver: secret !== undefined, expiresAt },
    });
    return { expiresAt };
  }
}

async function accountToOpen(manager: EntityManager, memberId: MemberId): Promise<Account> {
  if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
  const account = await manager.findOneBy(Account, { memberId });
  if (!account) throw new Fault('MEMBER.NO_ACCOUNT');
  if (account.disabledAt !== null) throw new Fault('MEMBER.ACCOUNT_DISABLED');
  return account;
}
