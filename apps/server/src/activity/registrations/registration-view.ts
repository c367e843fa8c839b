import { positions } from '@pandafab/domain';
import type { Instant, MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { isMinor } from '../../people/members/guardians';
import { Member, MemberContact } from '../../people/members/member.entity';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { chunks } from '../../platform/persistence/chunks';
import { placesAt } from './move-up';
import type { Registration } from './registration.entities';
import type { SessionPersonDto } from './registrations.dto';

/** Registrations with the names of their people, for the staff of the lab. */
export async function viewRegistrations(
  manager: EntityManager,
  now: Instant,
  rows: readonly Registration[],
): Promise<SessionPersonDto[]> {
  const people = rows.flatMap(({ memberId, consentBy }) => [memberId, consentBy]);
  const names = await namesOf(
    manager,
    people.filter((id) => id !== null),
  );
  const minors = await minorsOf(
    manager,
    people.filter((id) => id !== null),
    now,
  );
  const waiting = await waitingPositions(manager, rows);
  const nameOf = (id: MemberId | null) => (id && names.get(id)) ?? null;
  return rows.map((row) => {
    const { id, sessionId, memberId, state, registeredAt, consentBy, consentAt, ...rest } = row;
    return {
      ...{
        id,
        sessionId,
        memberId,
        name: nameOf(memberId),
        isMinor: memberId !== null && minors.has(memberId),
      },
      ...{ state, position: waiting.get(id) ?? null, registeredAt: toIso(registeredAt) },
      consent: consentBy
        ? { by: consentBy, name: nameOf(consentBy), at: toIso(consentAt ?? registeredAt) }
        : null,
      ...{ cancelledAt: toIsoOrNull(rest.cancelledAt), cancelledLate: rest.cancelledLate },
      ...{ attendance: rest.attendance, markedAt: toIsoOrNull(rest.markedAt) },
      inductionGiven: rest.inductionId !== null,
    };
  });
}

/** The names of these people; one that was erased is missing. */
export async function namesOf(
  manager: EntityManager,
  ids: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, string>> {
  const names = new Map<MemberId, string>();
  for (const some of chunks([...new Set(ids)]))
    for (const { memberId, displayName } of await manager.findBy(MemberContact, { memberId: In(some) }))
      names.set(memberId, displayName);
  return names;
}

async function minorsOf(
  manager: EntityManager,
  ids: readonly MemberId[],
  now: Instant,
): Promise<ReadonlySet<MemberId>> {
  const minors = new Set<MemberId>();
  for (const some of chunks([...new Set(ids)]))
    for (const member of await manager.findBy(Member, { id: In(some) }))
      if (isMinor(member, now)) minors.add(member.id);
  return minors;
}

/** The place on the waiting list of each of these registrations that waits. */
export async function waitingPositions(
  manager: EntityManager,
  rows: readonly Registration[],
): Promise<ReadonlyMap<string, number>> {
  const waiting = rows.filter(({ state }) => state === 'waiting').map(({ sessionId }) => sessionId);
  const places = await placesAt(manager, [...new Set(waiting)]);
  return new Map([...places.values()].flatMap((each) => [...positions(each)]));
}
