import { isAllowed, isAllowedIn } from '@pandafab/domain';
import type { Instant, LabId, MachineId, MemberId, SessionId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { wardsOf } from '../../people/members/guardians';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { chunks } from '../../platform/persistence/chunks';
import { titleEn, titlesOf } from '../topics/session-titles';
import { type Session, SessionMachine } from './session.entities';
import { roomsOf } from './session-clashes';
import { standingLines } from './session-lines';
import { countsIn, type OwnPlace, type PeopleBook } from './session-people';
import { type Opening, openingsOf } from './session-times';
import type { SessionDto } from './sessions.dto';
import { trainersNamed } from './trainers';

/** A person for whom an account may act: themselves, and minors whose guardian they are. */
export async function ownMembers(
  manager: EntityManager,
  { memberId }: Pick<CurrentAccountInfo, 'memberId'>,
  now: Instant,
): Promise<MemberId[]> {
  return [memberId, ...(await wardsOf(manager, memberId, now)).map(({ id }) => id)];
}

/** True for those who work in a lab: they see sessions of every kind, and for whom these are. */
export const seesAll = (account: CurrentAccountInfo): boolean => isAllowed(account, 'project.read');

/** Sessions with all that their pages show. */
export async function viewSessions(
  manager: EntityManager,
  account: CurrentAccountInfo,
  now: Instant,
  book: PeopleBook,
  sessions: readonly Session[],
): Promise<SessionDto[]> {
  const ids = sessions.map(({ id }) => id);
  const labs = new Map(
    (await manager.findBy(Lab, { id: In(labIdsOf(sessions)) })).map((lab) => [lab.id, lab]),
  );
  const topics = await titlesOf(manager, sessions);
  const trainers = await trainersNamed(
    manager,
    sessions.map(({ trainerId }) => trainerId),
  );
  const rooms = await roomsOf(manager, ids);
  const machines = await machinesOf(manager, ids);
  const counts = await book.counts(manager, ids);
  const places = await book.placesOf(manager, await ownMembers(manager, account, now), ids);
  const lines = await standingLines(manager, sessions);
  const openings = await openingsOfAll(manager, [...labs.values()], sessions);
  const all = seesAll(account);
  return sessions.map((session) => {
    const { id, labId, prestationLineId } = session;
    const lab = labs.get(labId);
    const standing = lines.has(prestationLineId ?? '') ? prestationLineId : null;
    return {
      ...fieldsOf({ ...session, prestationLineId: standing }, all),
      ...{ labName: lab?.name ?? '', timeZone: lab?.timeZone ?? 'UTC' },
      titleEn: titleEn(session, topics),
      trainerName: trainers.get(session.trainerId)?.name ?? '',
      ...countsIn(counts, id),
      opening: openings.get(id) ?? 'open',
      ...{ roomIds: rooms.get(id) ?? [], machineIds: machines.get(id) ?? [] },
      own: (places.get(id) ?? []).flatMap(viewOwn),
      canManage: isAllowedIn(account, 'session.manage', labId),
    };
  });
}

function fieldsOf(session: Session, all: boolean) {
  const { fromAt, untilAt, heldAt, createdBy: _by, createdAt: _at, ...fields } = session;
  const hidden = { organisationId: null, prestationId: null, prestationLineId: null, projectId: null };
  return {
    ...fields,
    ...(all ? {} : hidden),
    ...{ from: toIso(fromAt), until: toIso(untilAt), heldAt: toIsoOrNull(heldAt) },
  };
}

export const viewOwn = ({ registrationId, memberId, state }: OwnPlace) =>
  state === 'cancelled' ? [] : [{ registrationId, memberId, state }];

const labIdsOf = (sessions: readonly Session[]): LabId[] => [...new Set(sessions.map(({ labId }) => labId))];

/** The machines of sessions. */
export async function machinesOf(
  manager: EntityManager,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, MachineId[]>> {
  const machines = new Map<SessionId, MachineId[]>();
  for (const some of chunks(ids))
    for (const { sessionId, machineId } of await manager.findBy(SessionMachine, { sessionId: In(some) }))
      machines.set(sessionId, [...(machines.get(sessionId) ?? []), machineId]);
  return machines;
}

/** How planned sessions are to the calendars of their labs, as these are now: a lab may have closed later. */
async function openingsOfAll(
  manager: EntityManager,
  labs: readonly Lab[],
  sessions: readonly Session[],
): Promise<ReadonlyMap<SessionId, Opening>> {
  const found = new Map<SessionId, Opening>();
  for (const lab of labs) {
    const own = sessions.filter(({ labId, state }) => labId === lab.id && state === 'planned');
    const spans = own.map(({ fromAt, untilAt }) => ({ from: fromAt, until: untilAt }));
    const openings = await openingsOf(manager, lab, spans);
    for (const [at, { id }] of own.entries()) found.set(id, openings[at] ?? 'open');
  }
  return found;
}
