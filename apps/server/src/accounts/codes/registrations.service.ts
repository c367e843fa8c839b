import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, type Language } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../../config';
import { Lab } from '../../labs/lab.entity';
import { MailService } from '../../mail/mail.service';
import { MembersService } from '../../people/members.service';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { AccountsService, asEmailTaken } from '../accounts.service';
import { hashPassword } from '../passwords';
import type { SignedIn } from '../session-cookie';
import { SessionsService } from '../sessions.service';
import { demandOpenCode, exchangeCode, makeCode } from './account-codes';

export interface Registration {
  readonly labId: LabId;
  readonly displayName: string;
  /** Lower case. */
  readonly email: string;
  readonly language: Language;
}

/** What waits for the link to be followed: until then there is neither a member nor an account. */
interface RegistrationData {
  readonly labId: LabId;
  readonly displayName: string;
}

/** People register by themselves, where a lab allows it. */
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

  /** The labs that one can register with now: none where no mail can be sent. */
  async labs(): Promise<Pick<Lab, 'id' | 'name'>[]> {
    if (!this.mail.isConfigured) return [];
    const labs = await this.read.of(Lab).find({ where: { selfRegistration: true }, order: { name: 'ASC' } });
    return labs.map(({ id, name }) => ({ id, name }));
  }

  /**
   * Does the same whether or not the address is known; what its mail says is found out when that is written.
   * @throws Fault MAIL.NOT_CONFIGURED, REQUEST.TOO_MANY, MEMBER.REGISTRATION_CLOSED, MAIL.REFUSED {words}.
   */
  async register({ labId, displayName, email, language }: Registration): Promise<void> {
    await this.mail.demandRoom(email);
    const lab = await this.read.of(Lab).findOneBy({ id: labId, selfRegistration: true });
    if (!lab) throw new Fault('MEMBER.REGISTRATION_CLOSED');
    const data: RegistrationData = { labId, displayName };
    const mailId = await this.unitOfWork.run(async (manager) => {
      const wish = { purpose: 'registration', email, language, data } as const;
      const { id: codeId } = await makeCode(manager, this.clock, wish);
      const words = { language, data: { lab: lab.name } };
      return this.mail.post(manager, { template: 'registration', address: email, codeId, ...words });
    });
    const refusal = await this.mail.refusalOf(mailId);
    if (refusal) throw refusal;
  }

  /**
   * Makes the member and the account, and begins a session: its secret. The password is chosen here, by whoever reads
   * the mailbox: chosen when the mail was asked for, it could be a stranger's, who would wait for the owner to confirm.
   * @throws Fault AUTH.CODE_INVALID, AUTH.PASSWORD_COMMON; AUTH.EMAIL_TAKEN where another account took the address in the meantime.
   */
  async confirm(secret: string, password: string): Promise<SignedIn> {
    const { email, data } = await demandOpenCode(this.read.manager, this.clock, secret, ['registration']);
    const passwordHash = await hashPassword(password, [email, (data as RegistrationData).displayName]);
    const open = (manager: EntityManager) => this.open(manager, secret, passwordHash);
    return this.unitOfWork.run(open).catch(asEmailTaken(email));
  }

  private async open(manager: EntityManager, secret: string, passwordHash: string): Promise<SignedIn> {
    const { email, data } = await exchangeCode(manager, this.clock, secret, ['registration']);
    const { labId, displayName } = data as RegistrationData;
    const fields = { displayName, email, category: 'non-resident', homeLabId: labId };
    const member = await this.members.insert(manager, fields);
    const roles = [{ role: 'maker', labId: null } as const];
    const account = await this.accounts.insert(manager, member.id, { email, passwordHash, roles });
    return this.sessions.begin(manager, account.id);
  }
}
