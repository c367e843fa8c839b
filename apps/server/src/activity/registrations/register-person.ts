import { reminderAt, stateOfNew } from '@pandafab/domain';
import { type AccountId, Fault, type MemberId, newId, type RegistrationId } from '@pandafab/shared';
import { type EntityManager, LessThan, MoreThan, Not } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { accountsOfMembers } from '../../people/notices/recipients';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { Session } from '../sessions/session.entities';
import { subjectOf } from '../sessions/session-links';
import { spanInWords } from '../sessions/session-times';
import { titleEn, titlesOf } from '../topics/session-titles';
import type { Admitted } from './may-register';
import { placesAt } from './move-up';
import { Registration } from './registration.entities';
import { sessionRegistered } from './session-notices';
import { tellPeople } from './tell-people';

export interface NewPlace extends Pick<Admitted, 'member' | 'consentBy'> {
  readonly by: AccountId;
  /** True: the person is there; the room is not so full that they are sent away. */
  readonly walkIn: boolean;
}

/**
 * Registers a person, or puts them on the waiting list. A person who is registered already stays so. Call it with the
 * registrations locked, and the session read after that.
 * @throws Fault REGISTRATION.OVERLAP {title, when}, REGISTRATION.LEADS {title, when}
 */
export async function registerPerson(
  unit: Unit,
  session: Session,
  { member, consentBy, by, walkIn }: NewPlace,
): Promise<Registration> {
  const { manager, now } = unit;
  const places = (await placesAt(manager, [session.id])).get(session.id) ?? [];
  const present = places.find(({ memberId }) => memberId === member.id);
  if (present) return present;
  await demandNoOverlap(unit, session, member.id);
  await demandLeadsNone(unit, session, member.id);
  const state = walkIn ? 'registered' : stateOfNew(session.capacity, places);
  const row: Registration = {
    ...{ id: newId<RegistrationId>(), sessionId: session.id, memberId: member.id },
    ...{ state, remindAt: state === 'registered' ? reminderAt(session.fromAt, now) : null },
    ...{ registeredBy: by, registeredAt: now, consentBy, consentAt: consentBy ? now : null },
    ...{ cancelledBy: null, cancelledAt: null, cancelledLate: false },
    ...{ attendance: null, markedBy: null, markedAt: null, category: null, inductionId: null },
  };
  await manager.insert(Registration, row);
  const { id: registrationId } = row;
  const note = { action: 'registration.made', ...subjectOf(session) } as const;
  await audit(unit, { ...note, after: { registrationId, memberId: member.id, state, consentBy, walkIn } });
  unit.touch(session.labId);
  if (state === 'registered' && !walkIn)
    await tellPeople(unit, sessionRegistered, [{ session, memberIds: [member.id] }], () => ({}));
  return row;
}

/** A person is at one session at a time, and on one waiting list. @throws Fault REGISTRATION.OVERLAP {title, when} */
async function demandNoOverlap({ manager }: Unit, session: Session, memberId: MemberId): Promise<void> {
  const { id, fromAt, untilAt } = session;
  const other = await manager
    .createQueryBuilder(Session, 'session')
    .innerJoin(Registration, 'place', 'place.sessionId = session.id')
    .where("place.memberId = :memberId AND place.state <> 'cancelled'", { memberId })
    .andWhere("session.state <> 'cancelled' AND session.id <> :id", { id })
    .andWhere('session.fromAt < :untilAt AND session.untilAt > :fromAt', { fromAt, untilAt })
    .orderBy('session.fromAt')
    .getOne();
  if (other) throw new Fault('REGISTRATION.OVERLAP', await named(manager, other));
}

/** A trainer who leads a session is not at another one. @throws Fault REGISTRATION.LEADS {title, when} */
async function demandLeadsNone({ manager }: Unit, session: Session, memberId: MemberId): Promise<void> {
  const trainerId = (await accountsOfMembers(manager, [memberId])).get(memberId);
  if (!trainerId) return;
  const { id, fromAt, untilAt } = session;
  const other = await manager.findOneBy(Session, {
    ...{ trainerId, id: Not(id), state: Not('cancelled' as const) },
    ...{ fromAt: LessThan(untilAt), untilAt: MoreThan(fromAt) },
  });
  if (other) throw new Fault('REGISTRATION.LEADS', await named(manager, other));
}

/** What a refusal says of the session that is in the way. */
async function named(manager: EntityManager, other: Session) {
  const { id, labId, title, fromAt, untilAt } = other;
  const lab = await manager.findOneBy(Lab, { id: labId });
  const when = spanInWords({ from: fromAt, until: untilAt }, lab?.timeZone ?? 'UTC');
  return { title, titleEn: titleEn(other, await titlesOf(manager, [other])), when, sessionId: id };
}
