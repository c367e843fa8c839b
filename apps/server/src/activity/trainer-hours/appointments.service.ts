import { Injectable } from '@nestjs/common';
import { dayIn, isAllowedIn, type Span } from '@pandafab/domain';
import { Fault, type LabId, newId, type SessionId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Lab } from '../../network/labs/lab.entity';
import { LabsOfMembers } from '../../people/members/labs-of-members';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { tellTrainer } from '../registrations/cancel-registration';
import { holdRegistrations } from '../registrations/hold-registrations';
import { admit } from '../registrations/may-register';
import { registerPerson } from '../registrations/register-person';
import { holdSessions } from '../sessions/hold-sessions';
import { insertSessions, madeNote } from '../sessions/make-sessions';
import type { Session } from '../sessions/session.entities';
import { demandNoClash } from '../sessions/session-clashes';
import { SessionPeople } from '../sessions/session-people';
import { demandNotClosed, demandTimes } from '../sessions/session-times';
import { viewSessions } from '../sessions/session-view';
import { demandTrainer } from '../sessions/trainers';
import { demandTopic } from '../topics/find-topic';
import { APPOINTMENT } from '../topics/session-titles';
import type { Topic } from '../topics/topic.entity';
import { demandFew } from './demand-few';
import { slotsOf } from './slots';
import type { NewAppointmentDto } from './trainer-hours.dto';
import { TrainerHours } from './trainer-hours.entity';
import { findLab } from './trainer-hours.service';

const MINUTE = 60_000;
const CANCEL_HOURS = 24;

/** People book a trainer’s time: it becomes a session with one person. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly labsOfMembers: LabsOfMembers,
    private readonly people: SessionPeople,
  ) {}

  /**
   * Books a free slot for the caller, a minor whose guardian they are, or for staff a member, at any time. Of two at
   * once, one gets it. The person who has it already gets the same answer again.
   * @throws Fault LAB.UNKNOWN, SESSION.NOT_TRAINER, TRAINER_HOURS.SLOT_TAKEN, TRAINER_HOURS.TOO_MANY {count},
   * TRAINER_HOURS.TOPIC and the reasons of
   * sessions and registrations
   */
  book(account: CurrentAccountInfo, labId: LabId, asked: NewAppointmentDto) {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const lab = await findLab(manager, labId);
      await holdSessions(unit);
      const topic = asked.topicId ? await demandTopic(unit, asked.topicId) : null;
      await holdRegistrations(unit);
      const trainer = await demandTrainer(manager, labId, asked.trainerId);
      const applicant = { account, memberId: asked.memberId ?? account.memberId, consent: asked.consent };
      const admitted = await admit(unit, this.labsOfMembers, labId, applicant);
      const hours = await manager.findOneBy(TrainerHours, { trainerId: trainer.id, labId });
      const byStaff = isAllowedIn(account, 'session.manage', labId);
      const span = byStaff ? spanForStaff(asked, hours) : await demandSlot(manager, now, lab, hours, asked);
      if (byStaff) {
        demandTimes([span], now);
        await demandNotClosed(manager, lab, [span]);
      } else await demandFew(unit, admitted.member.id);
      const session = sessionOf(unit, account, lab, span, asked, topic);
      await demandNoClash(manager, [wishOf(session)], lab.timeZone);
      await insertSessions(manager, [session], []);
      await audit(unit, madeNote(session));
      await registerPerson(unit, session, { ...admitted, by: account.accountId, walkIn: false });
      await tellTrainer(unit, session, 'booked', account.accountId);
      const [view] = await viewSessions(manager, account, now, this.people.book, [session]);
      if (!view) throw new Error('a session without a view');
      return view;
    });
  }
}

function spanForStaff({ from, minutes }: NewAppointmentDto, hours: TrainerHours | null): Span {
  return { from, until: from + (minutes ?? hours?.slotMinutes ?? 60) * MINUTE };
}

/** @throws Fault TRAINER_HOURS.TOPIC, TRAINER_HOURS.SLOT_TAKEN */
async function demandSlot(
  manager: EntityManager,
  now: number,
  lab: Lab,
  hours: TrainerHours | null,
  { from, topicId }: NewAppointmentDto,
): Promise<Span> {
  if (!hours) throw new Fault('TRAINER_HOURS.SLOT_TAKEN');
  if (topicId && hours.topics.length > 0 && !hours.topics.includes(topicId))
    throw new Fault('TRAINER_HOURS.TOPIC');
  const [slot] = await slotsOf(manager, now, lab, hours, { from, until: from + 1 });
  if (slot?.from !== from) throw new Fault('TRAINER_HOURS.SLOT_TAKEN');
  return slot;
}

function sessionOf(
  { now }: Unit,
  { accountId }: CurrentAccountInfo,
  { id: labId, timeZone }: Lab,
  { from, until }: Span,
  { trainerId, note }: NewAppointmentDto,
  topic: Topic | null,
): Session {
  return {
    ...{ id: newId<SessionId>(), seriesId: null, kind: 'appointment', state: 'planned', labId },
    ...{ topicId: topic?.id ?? null, title: topic?.nameFr ?? APPOINTMENT.fr, description: note, trainerId },
    ...{ fromAt: from, untilAt: until, day: dayIn(timeZone, from), capacity: 1, audience: 'members' },
    ...{
      isPublic: false,
      organisationId: null,
      groupId: null,
      prestationId: null,
      prestationLineId: null,
      projectId: null,
    },
    ...{ inductionKind: topic?.inductionKind ?? null, priceCents: topic?.priceCents ?? 0 },
    ...{ cancelHours: CANCEL_HOURS, headCount: null, cancelledReason: null, heldAt: null },
    ...{ version: 1, createdBy: accountId, createdAt: now },
  };
}

const wishOf = ({ id, title, topicId, trainerId, fromAt, untilAt }: Session) => ({
  ...{ id, title, topicId, trainerId, roomIds: [], from: fromAt, until: untilAt },
});
