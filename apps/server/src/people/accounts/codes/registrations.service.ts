import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, type Language } from '@pandafab/shared';
import { Lab } from '../../../network/labs/lab.entity';
import type { SignedIn } from '../../../platform/http/session-cookie';
import { CLOCK } from '../../../platform/kit/config';
import { MailService } from '../../../platform/mail/mail.service';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { Unit } from '../../../platform/persistence/unit';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { MembersService } from '../../members/members.service';
import { AccountsService, asEmailTaken } from '../accounts.service';
import { hashPassword } from '../passwords';
import { SessionsService } from '../sessions.service';
import { demandOpenCode, exchangeCode, makeCode } from './account-codes';

export interface Registration {
  readonly labId: LabId;
  readonly displayName: string;
  /** Lower case. */
  readonly email: string;
  readonly language: Language;
}

/** The data stored until the link is opened; before that there is neither a member nor an account. */
interface RegistrationData {
  readonly labId: LabId;
  readonly displayName: string;
}

/** Online registration, in labs that allow it. */
@Injectable()
export class RegistrationsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly mail: MailService,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
  ) {}

  /** The labs that accept registration now; none if no mail can be sent. */
  async labs(): Promise<Pick<Lab, 'id' | 'name'>[]> {
    if (!this.mail.isConfigured) return [];
    const labs = await this.read.of(Lab).find({ where: { selfRegistration: true }, order: { name: 'ASC' } });
    return labs.map(({ id, name }) => ({ id, name }));
  }

  /**
   * Does the same for a known and an unknown address: the text of the mail depends on it only when the mail is written.
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY, MEMBER.REGISTRATION_CLOSED, MAIL.REFUSED {words}.
   */
  async register({ labId, displayName, email, language }: Registration): Promise<void> {
    await this.mail.demandRoom(email);
    const lab = await this.read.of(Lab).findOneBy({ id: labId, selfRegistration: true });
    if (!lab) throw new Fault('MEMBER.REGISTRATION_CLOSED');
    const data: RegistrationData = { labId, displayName };
    const mailId = await this.unitOfWork.run(async (unit) => {
      const request = { purpose: 'registration', email, language, data } as const;
      const { id: codeId } = await makeCode(unit, request);
      const words = { language, data: { lab: lab.name } };
      return this.mail.post(unit, { template: 'registration', address: email, codeId, ...words });
    });
    const refusal = await this.mail.refusalOf(mailId);
    if (refusal) throw refusal;
  }

  /**
   * Makes the member and the account, and begins a session; returns its secret. The password is chosen here, by the
   * owner of the mailbox. Chosen at the request of the mail, it could be an attacker's, who waits for the owner to
   * confirm.
   * @throws Fault AUTH.CODE_INVALID, AUTH.PASSWORD_COMMON; AUTH.EMAIL_TAKEN if another account took the address meanwhile.
   */
  async confirm(secret: string, password: string): Promise<SignedIn> {
    const { email, data } = await demandOpenCode(this.read.manager, this.clock.now(), secret, [
      'registration',
    ]);
    const passwordHash = await hashPassword(password, [email, (data as RegistrationData).displayName]);
    const open = (unit: Unit) => this.open(unit, secret, passwordHash);
    return this.unitOfWork.run(open).catch(asEmailTaken(email));
  }

  private async open(unit: Unit, secret: string, passwordHash: string): Promise<SignedIn> {
    const { email, data } = await exchangeCode(unit, secret, ['registration']);
    const { labId, displayName } = data as RegistrationData;
    const fields = { displayName, email, category: 'non-resident', homeLabId: labId };
    const member = await this.members.insert(unit, fields);
    const roles = [{ role: 'maker', labId: null } as const];
    const account = await this.accounts.insert(unit, member.id, { email, passwordHash, roles });
    return this.sessions.begin(unit, account.id);
  }
}
