import { Fault, type MemberId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { Registration } from '../registrations/registration.entities';
import { Session } from '../sessions/session.entities';

/** Appointments to come that a person may book alone. */
const MOST_APPOINTMENTS = 5;

/**
 * Keeps one person from taking all the time of a trainer. Staff may book more for them. Call it with the registrations
 * locked.
 * @throws Fault TRAINER_HOURS.TOO_MANY {count}
 */
export async function demandFew({ manager, now }: Unit, memberId: MemberId): Promise<void> {
  const count = await manager
    .createQueryBuilder(Session, 'session')
    .innerJoin(Registration, 'place', 'place.sessionId = session.id')
    .where("place.memberId = :memberId AND place.state <> 'cancelled'", { memberId })
    .andWhere("session.kind = 'appointment' AND session.state = 'planned' AND session.fromAt > :now", { now })
    .getCount();
  if (count >= MOST_APPOINTMENTS) throw new Fault('TRAINER_HOURS.TOO_MANY', { count });
}
