import { dayIn, movedLike } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import { MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { requestMatching } from '../../network/labs/request-matching';
import type { Unit } from '../../platform/persistence/unit';
import { demandRooms } from '../rooms/find-rooms';
import { demandTopic } from '../topics/find-topic';
import { demandPlanned, findSession } from './find-session';
import { holdSessions } from './hold-sessions';
import { Session } from './session.entities';
import { roomsOf } from './session-clashes';
import { demandNoLine } from './session-lines';
import { demandLinks } from './session-links';
import type { PeopleBook, SessionChange } from './session-people';
import { demandNotClosed, demandTimes } from './session-times';
import type { SessionChangesDto } from './sessions.dto';
import { type Changes, isMoved, spanOf, writeChanges } from './write-changes';

/**
 * Changes one session, or it and the later planned ones of its series.
 * @throws Fault SESSION.UNKNOWN, SESSION.CHANGED, SESSION.CANCELLED, SESSION.HELD, SESSION.CAPACITY_BELOW {count},
 * SESSION.ON_ORDER {reference, label}, SESSION.APPOINTMENT_PRIVATE and each reason for which a new session is refused
 */
export async function changeSessions(
  unit: Unit,
  book: PeopleBook,
  id: Session['id'],
  { version, which, evenIfClosed, ...changes }: SessionChangesDto,
): Promise<Session[]> {
  const { manager, now } = unit;
  const { labId } = await findSession(manager, id);
  await requestMatching(unit, labId);
  await holdSessions(unit);
  const session = await findSession(manager, id);
  if (session.version !== version) throw new Fault('SESSION.CHANGED');
  demandPlanned(session);
  // What a person wrote about themselves must not stand on the public programme.
  if (session.kind === 'appointment' && changes.isPublic) throw new Fault('SESSION.APPOINTMENT_PRIVATE');
  const lab = await manager.findOneByOrFail(Lab, { id: labId });
  const targets = which === 'one' ? [session] : await following(unit, session);
  const changed = targets.map((before) => ({
    before,
    after: changedLike(before, session, changes, lab.timeZone),
  }));
  const moved = changed.filter(isMoved);
  demandTimes(
    moved.filter(({ before, after }) => before.fromAt !== after.fromAt).map(({ after }) => spanOf(after)),
    now,
  );
  for (const { after } of moved) demandEnd(after, now);
  if (!evenIfClosed)
    await demandNotClosed(
      manager,
      lab,
      moved.map(({ after }) => spanOf(after)),
    );
  await demandThings(unit, session, changes);
  for (const { after } of changed.slice(0, 1)) await demandLinks(manager, after);
  const leaving = changed.filter(({ before, after }) => before.prestationId !== after.prestationId);
  await demandNoLine(
    manager,
    leaving.map(({ before }) => before),
  );
  await demandCapacity(unit, book, changed);
  await writeChanges(unit, lab, changed, changes);
  await book.follow(unit, changed);
  return changed.map(({ after }) => after);
}

/** This session and the later planned ones of its series, the earliest first. */
export async function following({ manager }: Unit, session: Session): Promise<Session[]> {
  const { seriesId, fromAt } = session;
  if (seriesId === null) return [session];
  const where = { seriesId, state: 'planned', fromAt: MoreThan(fromAt) } as const;
  return [session, ...(await manager.find(Session, { where, order: { fromAt: 'ASC', id: 'ASC' } }))];
}

/** A session with the changes that were made to `model`, one of its series. */
function changedLike(session: Session, model: Session, changes: Changes, zone: string): Session {
  const { from = model.fromAt, until = model.untilAt, roomIds: _r, machineIds: _m, ...fields } = changes;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const span = movedLike(spanOf(session), spanOf(model), { from, until }, zone);
  const prestationId = changes.prestationId === undefined ? session.prestationId : changes.prestationId;
  return {
    ...{ ...session, ...given, fromAt: span.from, untilAt: span.until, day: dayIn(zone, span.from) },
    // What no longer stands on the other client order is forgotten: see `demandNoLine`.
    prestationLineId: prestationId === session.prestationId ? session.prestationLineId : null,
    version: session.version + 1,
  };
}

/** @throws Fault SESSION.LENGTH, SESSION.PAST, SESSION.TOO_FAR */
function demandEnd({ fromAt, untilAt }: Session, now: number): void {
  if (untilAt < now) throw new Fault('SESSION.PAST');
  demandTimes([{ from: fromAt, until: untilAt }], Math.min(fromAt, now));
}

/** What is added is checked: a retired topic or room that a session has already stays with it. */
async function demandThings(unit: Unit, { id, labId, topicId }: Session, changes: Changes): Promise<void> {
  if (changes.topicId && changes.topicId !== topicId) await demandTopic(unit, changes.topicId);
  if (!changes.roomIds) return;
  const had = (await roomsOf(unit.manager, [id])).get(id) ?? [];
  await demandRooms(
    unit,
    labId,
    changes.roomIds.filter((each) => !had.includes(each)),
  );
}

/** @throws Fault SESSION.CAPACITY_BELOW {count}: no place is taken away from a person who has one */
async function demandCapacity(
  unit: Unit,
  book: PeopleBook,
  changed: readonly SessionChange[],
): Promise<void> {
  await book.hold(unit);
  const counts = await book.counts(
    unit.manager,
    changed.map(({ after }) => after.id),
  );
  for (const { before, after } of changed) {
    const count = counts.get(after.id)?.registered ?? 0;
    const isLess = after.capacity !== null && (before.capacity === null || after.capacity < before.capacity);
    if (isLess && (after.capacity ?? 0) < count) throw new Fault('SESSION.CAPACITY_BELOW', { count });
  }
}
