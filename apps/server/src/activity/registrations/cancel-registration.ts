import { Fault, type RegistrationId } from '@pandafab/shared';
import { requestMatching } from '../../network/labs/request-matching';
import { Member } from '../../people/members/member.entity';
import { notify } from '../../people/notices/notify';
import { audit } from '../../platform/audit/audit';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { cancelSessions } from '../sessions/cancel-sessions';
import { findSession } from '../sessions/find-session';
import { holdSessions } from '../sessions/hold-sessions';
import type { Session } from '../sessions/session.entities';
import { subjectOf } from '../sessions/session-links';
import type { PeopleBook } from '../sessions/session-people';
import { titlesOf } from '../topics/session-titles';
import { demandPerson, findRegistration } from './find-registration';
import { holdRegistrations } from './hold-registrations';
import { isOwn } from './may-register';
import { moveUp } from './move-up';
import { Registration } from './registration.entities';
import { sessionAppointment } from './session-notices';
import { detailsOf, labNames } from './tell-people';

const HOUR = 3_600_000;
/** What those who look at a given-up appointment later read. */
const GIVEN_UP = 'Annulé par la personne';

/**
 * Cancels a registration: the first person of the waiting list gets the place in the same step. An appointment is given
 * up with it. Does nothing to one that is cancelled already.
 * @throws Fault REGISTRATION.UNKNOWN, REGISTRATION.ERASED, REGISTRATION.BEGUN, REGISTRATION.ATTENDED, AUTH.FORBIDDEN,
 * AUTH.OTHER_LAB, SESSION.HELD
 */
export async function cancelRegistration(
  unit: Unit,
  book: PeopleBook,
  account: CurrentAccountInfo,
  id: RegistrationId,
): Promise<Registration> {
  const { manager, now } = unit;
  const seen = await findRegistration(manager, id);
  const isAppointment = seen.session.kind === 'appointment';
  if (isAppointment) {
    await requestMatching(unit, seen.session.labId);
    await holdSessions(unit);
  }
  await holdRegistrations(unit);
  const { row, session } = await findRegistration(manager, id);
  demandPerson(row);
  const member = await manager.findOneByOrFail(Member, { id: row.memberId });
  const own = isOwn(account, member, now);
  if (!own) demandIn(account, 'session.manage', session.labId);
  if (row.state === 'cancelled') return row;
  if (row.attendance === 'present') throw new Fault('REGISTRATION.ATTENDED');
  if (own && session.fromAt <= now) throw new Fault('REGISTRATION.BEGUN');
  // The person is told before their own place is gone.
  if (isAppointment && !own && session.state !== 'cancelled')
    await cancelSessions(unit, book, [session.id], GIVEN_UP);
  const isLate = row.state === 'registered' && now > session.fromAt - session.cancelHours * HOUR;
  const cancelled = { cancelledBy: account.accountId, cancelledAt: now, cancelledLate: isLate };
  await manager.update(Registration, { id }, { state: 'cancelled', ...cancelled });
  const note = { action: 'registration.cancelled', ...subjectOf(session) } as const;
  await audit(unit, { ...note, after: { registrationId: id, memberId: row.memberId, late: isLate } });
  unit.touch(session.labId);
  if (isAppointment && own) await giveUp(unit, book, account, session);
  await moveUp(unit, [await findSession(manager, session.id)]);
  return { ...row, state: 'cancelled', ...cancelled };
}

/** The trainer's time is free again, and the trainer is told. */
async function giveUp(
  unit: Unit,
  book: PeopleBook,
  { accountId }: CurrentAccountInfo,
  session: Session,
): Promise<void> {
  if (session.state === 'cancelled') return;
  await cancelSessions(unit, book, [session.id], GIVEN_UP);
  await tellTrainer(unit, session, 'cancelled', accountId);
}

/** Tells the trainer of an appointment, unless it is the trainer who acts. */
export async function tellTrainer(
  unit: Unit,
  session: Session,
  change: 'booked' | 'cancelled',
  by: CurrentAccountInfo['accountId'],
): Promise<void> {
  if (session.trainerId === by) return;
  const labs = await labNames(unit.manager, [session.labId]);
  const details = { ...detailsOf(session, labs, await titlesOf(unit.manager, [session])), change };
  await notify(unit, sessionAppointment, {
    ...{ to: [session.trainerId], subject: `session-${session.id}`, details },
  });
}
