import { dayIn, MOST_OCCURRENCES, occurrences, type Span } from '@pandafab/domain';
import { type AccountId, Fault, newId, type RoomId, type SeriesId, type SessionId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { requestMatching } from '../../network/labs/request-matching';
import { auditAll } from '../../platform/audit/audit';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import { demandRooms } from '../rooms/find-rooms';
import { demandTopic } from '../topics/find-topic';
import type { Topic } from '../topics/topic.entity';
import { holdSessions } from './hold-sessions';
import { Session, SessionRoom, SessionSeries } from './session.entities';
import { demandNoClash } from './session-clashes';
import { demandLinks, subjectOf } from './session-links';
import { takeMachines } from './session-machines';
import { demandNotClosed, demandTimes } from './session-times';
import type { NewSessionsDto } from './sessions.dto';
import { demandTrainer } from './trainers';

/** Members may register themselves for these without the staff. */
const OPEN_TO_ALL: readonly string[] = ['everyone', 'members'];

/**
 * Makes one session, or all of a series: either all of them or, where one cannot be, none.
 * @throws Fault LAB.UNKNOWN and each reason of SESSION, TOPIC and ROOM
 */
export async function makeSessions(unit: Unit, by: AccountId, fields: NewSessionsDto): Promise<Session[]> {
  const { manager, now } = unit;
  const { labId, roomIds, machineIds, evenIfClosed } = fields;
  const lab = await manager.findOneBy(Lab, { id: labId });
  if (!lab) throw new Fault('LAB.UNKNOWN');
  // Locks in their order: the lab, sessions, topics and rooms.
  if (machineIds.length > 0) await requestMatching(unit, labId);
  await holdSessions(unit);
  const topic = fields.topicId ? await demandTopic(unit, fields.topicId) : null;
  await demandRooms(unit, labId, roomIds);
  const trainer = await demandTrainer(manager, labId, fields.trainerId ?? by);
  const spans = spansOf(fields, lab.timeZone);
  demandTimes(spans, now);
  if (!evenIfClosed) await demandNotClosed(manager, lab, spans);
  const common = commonOf(fields, topic, trainer.id);
  await demandLinks(manager, common);
  const seriesId = fields.rule ? newId<SeriesId>() : null;
  const sessions = spans.map(
    ({ from, until }): Session => ({
      ...{ id: newId<SessionId>(), seriesId, state: 'planned', ...common },
      ...{ fromAt: from, untilAt: until, day: dayIn(lab.timeZone, from) },
      ...{ headCount: null, cancelledReason: null, heldAt: null, prestationLineId: null },
      ...{ version: 1, createdBy: by, createdAt: now },
    }),
  );
  const wishes = sessions.map(({ id, title, topicId, trainerId, fromAt, untilAt }) => ({
    ...{ id, title, topicId, trainerId, roomIds, from: fromAt, until: untilAt },
  }));
  await demandNoClash(manager, wishes, lab.timeZone);
  if (seriesId && fields.rule)
    await manager.insert(SessionSeries, {
      id: seriesId,
      labId,
      rule: fields.rule,
      createdBy: by,
      createdAt: now,
    });
  await insertSessions(manager, sessions, roomIds);
  await takeMachines(
    unit,
    lab,
    sessions.map((session) => ({ session, machineIds })),
  );
  unit.touch(labId);
  await auditAll(unit, sessions.map(madeNote));
  return sessions;
}

/** @throws Fault SESSION.NO_DATE, SESSION.TOO_MANY {most} */
function spansOf({ from, until, rule }: NewSessionsDto, zone: string): readonly Span[] {
  if (!rule) return [{ from: from ?? 0, until: until ?? 0 }];
  const found = occurrences(rule, zone);
  if (found.length === 0) throw new Fault('SESSION.NO_DATE');
  if (found.length > MOST_OCCURRENCES) throw new Fault('SESSION.TOO_MANY', { most: MOST_OCCURRENCES });
  return found;
}

/** @throws Fault SESSION.TITLE_MISSING */
function commonOf(fields: NewSessionsDto, topic: Topic | null, trainerId: AccountId) {
  const { labId, kind, audience, description, cancelHours } = fields;
  const { organisationId, groupId, prestationId, projectId } = fields;
  const title = fields.title ?? topic?.nameFr;
  if (title === undefined) throw new Fault('SESSION.TITLE_MISSING');
  return {
    ...{ labId, kind, topicId: topic?.id ?? null, title, description, trainerId, audience, cancelHours },
    capacity: fields.capacity === undefined ? (topic?.capacity ?? null) : fields.capacity,
    isPublic: fields.isPublic ?? OPEN_TO_ALL.includes(audience),
    ...{ organisationId, groupId, prestationId, projectId },
    inductionKind: fields.inductionKind === undefined ? (topic?.inductionKind ?? null) : fields.inductionKind,
    priceCents: fields.priceCents ?? topic?.priceCents ?? 0,
  };
}

export async function insertSessions(
  manager: EntityManager,
  sessions: readonly Session[],
  roomIds: readonly RoomId[],
): Promise<void> {
  const rooms = sessions.flatMap(({ id: sessionId }) =>
    [...new Set(roomIds)].map((roomId) => ({ id: newId<string>(), sessionId, roomId })),
  );
  // SQLite takes a limited number of values in one statement.
  for (const some of chunks(sessions, 20)) await manager.insert(Session, some);
  for (const some of chunks(rooms)) await manager.insert(SessionRoom, some);
}

export const madeNote = (session: Session) => {
  const { seriesId, kind, topicId, title, trainerId, fromAt: from, untilAt: until } = session;
  const after = { seriesId, kind, topicId, title, trainerId, from, until };
  return { action: 'lab-session.made', ...subjectOf(session), after } as const;
};
