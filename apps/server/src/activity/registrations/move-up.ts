import { byRegistration, movingUp, reminderAt } from '@pandafab/domain';
import type { MemberId, SessionId } from '@pandafab/shared';
import { type EntityManager, In, Not } from 'typeorm';
import { auditAll } from '../../platform/audit/audit';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import type { Session } from '../sessions/session.entities';
import { subjectOf } from '../sessions/session-links';
import { Registration } from './registration.entities';
import { sessionMovedUp } from './session-notices';
import { type ToTell, tellPeople } from './tell-people';

/** The registrations of sessions that are not cancelled, in the order in which they were made. */
export async function placesAt(
  manager: EntityManager,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, Registration[]>> {
  const places = new Map<SessionId, Registration[]>(ids.map((id) => [id, []]));
  for (const some of chunks(ids))
    for (const each of await manager.findBy(Registration, { sessionId: In(some), state: Not('cancelled') }))
      places.get(each.sessionId)?.push(each);
  for (const each of places.values()) each.sort(byRegistration);
  return places;
}

/**
 * Gives the free places of planned sessions that have not begun to those who wait, in their order, and tells them.
 * Call it with the registrations locked.
 */
export async function moveUp(unit: Unit, sessions: readonly Session[]): Promise<void> {
  const { manager, now } = unit;
  const coming = sessions.filter(({ state, fromAt }) => state === 'planned' && fromAt > now);
  const places = await placesAt(
    manager,
    coming.map(({ id }) => id),
  );
  const moved = coming.map((session) => ({
    session,
    rows: movingUp(session.capacity, places.get(session.id) ?? []),
  }));
  for (const { session, rows } of moved) {
    if (rows.length === 0) continue;
    const placed = { state: 'registered', remindAt: reminderAt(session.fromAt, now) } as const;
    await manager.update(Registration, { id: In(rows.map(({ id }) => id)) }, placed);
    await auditAll(
      unit,
      rows.map(({ id: registrationId }) => ({
        ...({ action: 'registration.moved-up', ...subjectOf(session), after: { registrationId } } as const),
      })),
    );
  }
  await tellPeople(
    unit,
    sessionMovedUp,
    moved.map(({ session, rows }): ToTell => ({ session, memberIds: membersOf(rows) })),
    () => ({}),
  );
}

/** The people of these rows who were not erased. */
export const membersOf = (rows: readonly Pick<Registration, 'memberId'>[]): MemberId[] =>
  rows.flatMap(({ memberId }) => memberId ?? []);
