import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type Language, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { MailService } from '../../mail/mail.service';
import { Member } from '../../people/member.entity';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { Account } from '../account.entity';
import { makeCode } from './account-codes';
import { type HandedOver, HandOver, type WrittenCode } from './hand-over';

export interface PasswordLinkWish {
  readonly memberId: MemberId;
  readonly createdBy: AccountId;
  /** The language of the person who makes the link; the mail is written in it where the member has chosen none. */
  readonly language: Language;
}

/** Staff make a link with which a member chooses a new password. It is mailed; where no mail goes out, staff hand it over. */
@Injectable()
export class PasswordLinksService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly mail: MailService,
    private readonly handOver: HandOver,
  ) {}

  /**
   * Sends the link to the address that they sign in with, or returns it where no mail can be sent, or the mail server
   * refuses this one. An earlier one of the member stops working.
   * @throws Fault MEMBER.UNKNOWN, MEMBER.NO_ACCOUNT, MEMBER.ACCOUNT_DISABLED, AUTH.OWN_PASSWORD_LINK
   */
  async make(wish: PasswordLinkWish): Promise<HandedOver> {
    const secret = this.handOver.newSecret();
    return this.handOver.end(await this.unitOfWork.run((manager) => this.write(manager, wish, secret)));
  }

  private async write(
    manager: EntityManager,
    { memberId, createdBy, language: reader }: PasswordLinkWish,
    secret: string | undefined,
  ): Promise<WrittenCode> {
    const { id: accountId, email, language: chosen } = await accountToOpen(manager, memberId);
    const language = chosen ?? reader;
    // Else whoever finds a signed-in browser would choose a password without knowing the present one.
    if (accountId === createdBy) throw new Fault('AUTH.OWN_PASSWORD_LINK');
    const wish = { purpose: 'password-reset', email, language, accountId, memberId, createdBy } as const;
    const code = await makeCode(manager, this.clock, wish, secret);
    const about = { address: email, language, memberId, codeId: code.id };
    const mailId = await this.mail.post(manager, { template: 'password-reset', ...about });
    await audit(manager, this.clock, {
      action: 'account.password-link-made',
      subject: ['account', accountId],
      after: { handedOver: secret !== undefined, expiresAt: code.expiresAt },
    });
    return { code, mailId, secret };
  }
}

async function accountToOpen(manager: EntityManager, memberId: MemberId): Promise<Account> {
  if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
  const account = await manager.findOneBy(Account, { memberId });
  if (!account) throw new Fault('MEMBER.NO_ACCOUNT');
  if (account.disabledAt !== null) throw new Fault('MEMBER.ACCOUNT_DISABLED');
  return account;
}
