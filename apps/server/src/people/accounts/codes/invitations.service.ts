import { Inject, Injectable } from '@nestjs/common';
import type { RoleGrant } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type Language, type MemberId } from '@pandafab/shared';
import { audit } from '../../../platform/audit/audit';
import type { SignedIn } from '../../../platform/http/session-cookie';
import { CLOCK } from '../../../platform/kit/config';
import { MailService } from '../../../platform/mail/mail.service';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { Unit } from '../../../platform/persistence/unit';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { noteFirstEmail } from '../../members/contact-email';
import { Member } from '../../members/member.entity';
import { Account } from '../account.entity';
import type { AccountCode } from '../account-code.entity';
import { AccountsService, asEmailTaken } from '../accounts.service';
import { hashPassword } from '../passwords';
import { demandGrants } from '../roles';
import { SessionsService } from '../sessions.service';
import { demandOpenCode, exchangeCode, makeCode } from './account-codes';
import { type HandedOver, HandOver, type WrittenCode } from './hand-over';

export interface InvitationRequest {
  /** Lower case. */
  readonly email: string;
  readonly roles: readonly RoleGrant[];
  readonly language: Language;
}

interface InvitationData {
  readonly roles: readonly RoleGrant[];
}

/** Staff invite a member to open an account. The account is made when the member accepts. */
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
   * Sends the link, or returns it if no mail can be sent or the mail server refuses it. An earlier invitation of the
   * member becomes invalid.
   * @throws Fault MEMBER.UNKNOWN, MEMBER.HAS_ACCOUNT, AUTH.EMAIL_TAKEN, AUTH.ROLE_EVERYWHERE or LAB.UNKNOWN.
   */
  async invite(memberId: MemberId, request: InvitationRequest, createdBy: AccountId): Promise<HandedOver> {
    const secret = this.handOver.newSecret();
    return this.handOver.end(
      await this.unitOfWork.run((unit) => this.write(unit, memberId, request, createdBy, secret)),
    );
  }

  /**
   * Opens the account with this password, begins a session and returns its secret.
   * @throws Fault AUTH.CODE_INVALID; MEMBER.HAS_ACCOUNT or AUTH.EMAIL_TAKEN if another account was opened meanwhile.
   */
  async accept(secret: string, password: string): Promise<SignedIn> {
    const { email } = await demandOpenCode(this.read.manager, this.clock.now(), secret, ['invitation']);
    const passwordHash = await hashPassword(password, [email]);
    const open = async (unit: Unit) => {
      const code = await exchangeCode(unit, secret, ['invitation']);
      return this.open(unit, code, passwordHash);
    };
    return this.unitOfWork.run(open).catch(asEmailTaken(email));
  }

  private async write(
    unit: Unit,
    memberId: MemberId,
    { email, roles, language }: InvitationRequest,
    createdBy: AccountId,
    secret: string | undefined,
  ): Promise<WrittenCode> {
    const { manager } = unit;
    if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
    const theirs = await manager.findOneBy(Account, { memberId });
    if (theirs) throw new Fault('MEMBER.HAS_ACCOUNT', { email: theirs.email });
    if (await manager.existsBy(Account, { email })) throw new Fault('AUTH.EMAIL_TAKEN', { email });
    await demandGrants(manager, roles);
    const request = { purpose: 'invitation', email, language, memberId, data: { roles }, createdBy } as const;
    const code = await makeCode(unit, request, secret);
    const mailId = await this.mail.post(unit, {
      template: 'invitation',
      address: email,
      language,
      memberId,
      codeId: code.id,
    });
    // If no contact address is known, staff use this one; it also shows whether a mail came back.
    await noteFirstEmail(unit, memberId, email);
    await audit(unit, {
      action: 'account.invited',
      subject: ['member', memberId],
      after: { roles, expiresAt: code.expiresAt },
      personal: { memberId, after: { email } },
    });
    return { code, mailId, secret };
  }

  private async open(unit: Unit, code: AccountCode, passwordHash: string): Promise<SignedIn> {
    const { memberId, email, createdBy } = code;
    // An invitation is invalid if the account of its author was disabled meanwhile.
    const inviter = createdBy && (await unit.manager.findOneBy(Account, { id: createdBy }));
    if (!memberId || !inviter || inviter.disabledAt !== null) throw new Fault('AUTH.CODE_INVALID');
    const { roles } = code.data as InvitationData;
    const wanted = { email, passwordHash, roles, grantedBy: createdBy };
    const account = await this.accounts.insert(unit, memberId, wanted);
    return this.sessions.begin(unit, account.id);
  }
}
