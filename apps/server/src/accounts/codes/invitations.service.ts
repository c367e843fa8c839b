import { Inject, Injectable } from '@nestjs/common';
import type { RoleGrant } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type Language, type MemberId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { audit } from '../../audit/audit';
import { CLOCK } from '../../config';
import { MailService } from '../../mail/mail.service';
import { Member, MemberContact } from '../../people/member.entity';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { Account } from '../account.entity';
import type { AccountCode } from '../account-code.entity';
import { AccountsService, asEmailTaken } from '../accounts.service';
import { hashPassword } from '../passwords';
import { demandGrants } from '../roles';
import type { SignedIn } from '../session-cookie';
import { SessionsService } from '../sessions.service';
import { demandOpenCode, exchangeCode, makeCode } from './account-codes';
import { type HandedOver, HandOver, type WrittenCode } from './hand-over';

export interface InvitationWish {
  /** Lower case. */
  readonly email: string;
  readonly roles: readonly RoleGrant[];
  readonly language: Language;
}

interface InvitationData {
  readonly roles: readonly RoleGrant[];
}

/** Staff ask a member to open an account, which is made when the member does so. */
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly mail: MailService,
    private readonly handOver: HandOver,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Sends the link, or returns it where no mail can be sent, or the mail server refuses this one. An earlier invitation of
   * the member stops working.
   * @throws Fault MEMBER.UNKNOWN, MEMBER.HAS_ACCOUNT, AUTH.EMAIL_TAKEN, AUTH.ROLE_EVERYWHERE or LAB.UNKNOWN.
   */
  async invite(memberId: MemberId, wish: InvitationWish, createdBy: AccountId): Promise<HandedOver> {
    const secret = this.handOver.newSecret();
    return this.handOver.end(
      await this.unitOfWork.run((manager) => this.write(manager, memberId, wish, createdBy, secret)),
    );
  }

  /**
   * Opens the account with this password, and begins a session: its secret.
   * @throws Fault AUTH.CODE_INVALID; MEMBER.HAS_ACCOUNT or AUTH.EMAIL_TAKEN where one was opened in the meantime.
   */
  async accept(secret: string, password: string): Promise<SignedIn> {
    const { email } = await demandOpenCode(this.read.manager, this.clock, secret, ['invitation']);
    const passwordHash = await hashPassword(password, [email]);
    const open = async (manager: EntityManager) => {
      const code = await exchangeCode(manager, this.clock, secret, ['invitation']);
      return this.open(manager, code, passwordHash);
    };
    return this.unitOfWork.run(open).catch(asEmailTaken(email));
  }

  private async write(
    manager: EntityManager,
    memberId: MemberId,
    { email, roles, language }: InvitationWish,
    createdBy: AccountId,
    secret: string | undefined,
  ): Promise<WrittenCode> {
    if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
    const theirs = await manager.findOneBy(Account, { memberId });
    if (theirs) throw new Fault('MEMBER.HAS_ACCOUNT', { email: theirs.email });
    if (await manager.existsBy(Account, { email })) throw new Fault('AUTH.EMAIL_TAKEN', { email });
    await demandGrants(manager, roles);
    const wish = { purpose: 'invitation', email, language, memberId, data: { roles }, createdBy } as const;
    const code = await makeCode(manager, this.clock, wish, secret);
    const mailId = await this.mail.post(manager, {
      template: 'invitation',
      address: email,
      language,
      memberId,
      codeId: code.id,
    });
    // How staff reach them, where nothing was known: and where they see that a mail came back.
    await manager.update(MemberContact, { memberId, email: IsNull() }, { email });
    await audit(manager, this.clock, {
      action: 'account.invited',
      subject: ['member', memberId],
      after: { roles, expiresAt: code.expiresAt },
      personal: { memberId, after: { email } },
    });
    return { code, mailId, secret };
  }

  private async open(manager: EntityManager, code: AccountCode, passwordHash: string): Promise<SignedIn> {
    const { memberId, email, createdBy } = code;
    // Whoever was shut out in the meantime invites nobody.
    const inviter = createdBy && (await manager.findOneBy(Account, { id: createdBy }));
    if (!memberId || !inviter || inviter.disabledAt !== null) throw new Fault('AUTH.CODE_INVALID');
    const { roles } = code.data as InvitationData;
    const wanted = { email, passwordHash, roles, grantedBy: createdBy };
    const account = await this.accounts.insert(manager, memberId, wanted);
    return this.sessions.begin(manager, account.id);
  }
}
