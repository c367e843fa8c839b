import { Registration } from '../../registrations/registration.entities';
import { Session } from '../../sessions/session.entities';
import { numberOf } from '../reads/conditions';
import { held, IS_PRESENT } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** Distinct members who came to a session. */
export const peopleTaught: IndicatorQuery = {
  code: 'people-taught',
  async read(manager, scope, { kind, topic, audience }) {
    const query = manager
      .createQueryBuilder(Registration, 'registration')
      .innerJoin(Session, 'session', 'session.id = registration.sessionId')
      .select('COUNT(DISTINCT registration.memberId)', 'people')
      .where(IS_PRESENT);
    if (kind !== undefined) query.andWhere('session.kind = :kind', { kind });
    if (topic !== undefined) query.andWhere('session.topicId = :topic', { topic });
    if (audience !== undefined) query.andWhere('session.audience = :audience', { audience });
    const row = await held(query, scope).getRawOne<{ people: string | number }>();
    return numberOf(row?.people);
  },
};
