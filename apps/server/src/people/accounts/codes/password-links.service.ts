import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type Language, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../../platform/audit/audit';
import { MailService } from '../../../platform/mail/mail.service';
import type { Unit } from '../../../platform/persistence/unit';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { Member } from '../../members/member.entity';
import { Account } from '../account.entity';
import { makeCode } from './account-codes';
import { type HandedOver, HandOver, type WrittenCode } from './hand-over';

export interface PasswordLinkRequest {
  readonly memberId: MemberId;
  readonly createdBy: AccountId;
  /** The language of the person who makes the link, for the mail if the member has chosen none. */
  readonly language: Language;
}

/**
 * Staff make a link with which a member chooses a new password. It is sent by mail; if no mail can be sent, staff hand
 * it over.
 */
@Injectable()
export class PasswordLinksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mail: MailService,
    private readonly handOver: HandOver,
  ) {}

  /**
   * Sends the link to the member's sign-in address, or returns it if no mail can be sent or the mail server refuses it.
   * An earlier link of the member becomes invalid.
   * @throws Fault MEMBER.UNKNOWN, MEMBER.NO_ACCOUNT, MEMBER.ACCOUNT_DISABLED, AUTH.OWN_PASSWORD_LINK
   */
  async make(request: PasswordLinkRequest): Promise<HandedOver> {
    const secret = this.handOver.newSecret();
    return this.handOver.end(await this.unitOfWork.run((unit) => this.write(unit, request, secret)));
  }

  private async write(
    unit: Unit,
    { memberId, createdBy, language: reader }: PasswordLinkRequest,
    secret: string | undefined,
  ): Promise<WrittenCode> {
    const { id: accountId, email, language: chosen } = await accountToOpen(unit.manager, memberId);
    const language = chosen ?? reader;
    // Otherwise a person at an unattended signed-in browser could set a password without knowing the present one.
    if (accountId === createdBy) throw new Fault('AUTH.OWN_PASSWORD_LINK');
    const request = { purpose: 'password-reset', email, language, accountId, memberId, createdBy } as const;
    const code = await makeCode(unit, request, secret);
    const about = { address: email, language, memberId, codeId: code.id };
    const mailId = await this.mail.post(unit, { template: 'password-reset', ...about });
    await audit(unit, {
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
