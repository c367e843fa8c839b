import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type MemberId, type RegistrationId, type SessionId } from '@pandafab/shared';
import { LabsOfMembers } from '../../people/members/labs-of-members';
import { MemberContact } from '../../people/members/member.entity';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { memberOfCard } from '../cards/member-of-card';
import { demandPlanned, findSession } from '../sessions/find-session';
import type { Session } from '../sessions/session.entities';
import { SessionPeople } from '../sessions/session-people';
import { demandBegun } from '../sessions/sessions.service';
import { cancelRegistration } from './cancel-registration';
import { findRegistration } from './find-registration';
import { holdRegistrations } from './hold-registrations';
import { admit, demandOpen } from './may-register';
import { placesAt } from './move-up';
import { type AttendanceNote, holdAttendance, noteAttendance } from './note-attendance';
import { registerPerson } from './register-person';
import { Registration } from './registration.entities';
import { viewRegistrations } from './registration-view';
import type { ArrivalDto, AttendanceDto, NewRegistrationDto, RestOfAttendanceDto } from './registrations.dto';

/** People at sessions: who is registered, waits, and came. */
@Injectable()
export class RegistrationsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly labsOfMembers: LabsOfMembers,
    private readonly people: SessionPeople,
  ) {}

  /** For the staff of the lab: also cancelled ones, in the order in which they were made. @throws Fault SESSION.UNKNOWN */
  async list(sessionId: SessionId) {
    const { manager } = this.read;
    await findSession(manager, sessionId);
    const order = { registeredAt: 'ASC', id: 'ASC' } as const;
    const rows = await manager.find(Registration, { where: { sessionId }, order });
    const items = await viewRegistrations(manager, this.clock.now(), rows);
    return { items, total: items.length };
  }

  /**
   * Registers the caller, a minor whose guardian they are, or for staff a member; with the waiting list when all places
   * are taken. @throws Fault SESSION.UNKNOWN, SESSION.CANCELLED, SESSION.HELD and each reason of REGISTRATION
   */
  register(account: CurrentAccountInfo, sessionId: SessionId, { memberId, consent }: NewRegistrationDto) {
    return this.unitOfWork.run(async (unit) => {
      await holdRegistrations(unit);
      const session = await findSession(unit.manager, sessionId);
      const applicant = { account, memberId: memberId ?? account.memberId, consent };
      const admitted = await admit(unit, this.labsOfMembers, session.labId, applicant);
      const walkIn = admitted.byStaff && session.fromAt <= unit.now;
      if (session.state === 'cancelled' || !walkIn) demandPlanned(session);
      if (!admitted.byStaff) await demandOpen(unit, session, admitted);
      const row = await registerPerson(unit, session, { ...admitted, by: account.accountId, walkIn });
      return view(unit, row);
    });
  }

  /** @throws each reason of `cancelRegistration` */
  cancel(account: CurrentAccountInfo, id: RegistrationId) {
    return this.unitOfWork.run(async (unit) =>
      view(unit, await cancelRegistration(unit, this.people.book, account, id)),
    );
  }

  /**
   * Notes whether a registered person came, or takes that back.
   * @throws Fault REGISTRATION.UNKNOWN, AUTH.OTHER_LAB, SESSION.CANCELLED, SESSION.NOT_BEGUN and each reason of
   * `noteAttendance`
   */
  mark(account: CurrentAccountInfo, id: RegistrationId, note: AttendanceDto) {
    return this.unitOfWork.run(async (unit) => {
      const seen = await findRegistration(unit.manager, id);
      await holdAttendance(unit, seen.session.inductionKind);
      const { row, session } = await findRegistration(unit.manager, id);
      return this.noted(unit, account, session, row, note);
    });
  }

  /**
   * Notes that a person is there, by their card or by name. A person who is not registered is added only where the
   * caller says so.
   * @throws Fault SESSION.UNKNOWN, REGISTRATION.CARD_UNKNOWN, REGISTRATION.NOT_REGISTERED {name} and the reasons of `mark`
   */
  arrive(account: CurrentAccountInfo, sessionId: SessionId, { code, memberId, ...asked }: ArrivalDto) {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const seen = await findSession(manager, sessionId);
      await holdAttendance(unit, seen.inductionKind);
      const session = await findSession(manager, sessionId);
      demandOpenToMarks(unit, session);
      const id = code === undefined ? memberId : await memberOfCard(manager, code);
      if (!id) throw new Fault('REGISTRATION.CARD_UNKNOWN');
      const places = (await placesAt(manager, [sessionId])).get(sessionId) ?? [];
      const present = places.find((place) => place.memberId === id);
      const row = present ?? (await this.walkIn(unit, account, session, id, code !== undefined, asked));
      return this.noted(unit, account, session, row, { ...asked, attendance: 'present' });
    });
  }

  /** Notes the same for each registered person whose attendance is not noted yet. @throws the reasons of `mark` */
  markRest(account: CurrentAccountInfo, sessionId: SessionId, note: RestOfAttendanceDto) {
    return this.unitOfWork.run(async (unit) => {
      const seen = await findSession(unit.manager, sessionId);
      await holdAttendance(unit, seen.inductionKind);
      const session = await findSession(unit.manager, sessionId);
      demandOpenToMarks(unit, session);
      const places = (await placesAt(unit.manager, [sessionId])).get(sessionId) ?? [];
      const rest = places.filter(
        ({ attendance, memberId, state }) =>
          attendance === null && memberId !== null && state === 'registered',
      );
      const items = [];
      for (const row of rest) items.push(await this.noted(unit, account, session, row, note));
      return { items, total: items.length };
    });
  }

  private async walkIn(
    unit: Unit,
    account: CurrentAccountInfo,
    session: Session,
    memberId: MemberId,
    byCard: boolean,
    { walkIn, consent }: Pick<ArrivalDto, 'walkIn' | 'consent'>,
  ): Promise<Registration> {
    if (!walkIn) {
      const contact = byCard ? await unit.manager.findOneBy(MemberContact, { memberId }) : null;
      throw new Fault('REGISTRATION.NOT_REGISTERED', { name: contact?.displayName ?? '', memberId });
    }
    const applicant = { account, memberId, consent };
    const admitted = await admit(unit, this.labsOfMembers, session.labId, applicant, !byCard);
    return registerPerson(unit, session, { ...admitted, by: account.accountId, walkIn: true });
  }

  private async noted(
    unit: Unit,
    account: CurrentAccountInfo,
    session: Session,
    row: Registration,
    note: AttendanceNote,
  ) {
    demandOpenToMarks(unit, session);
    const { row: after, induction } = await noteAttendance(unit, account, session, row, note);
    return { registration: await view(unit, after), induction };
  }
}

/** @throws Fault SESSION.CANCELLED, SESSION.NOT_BEGUN */
function demandOpenToMarks({ now }: Unit, session: Session): void {
  if (session.state === 'cancelled') throw new Fault('SESSION.CANCELLED');
  demandBegun(session, now);
}

async function view({ manager, now }: Unit, row: Registration) {
  const [one] = await viewRegistrations(manager, now, [row]);
  if (!one) throw new Error('a registration without a view');
  return one;
}
