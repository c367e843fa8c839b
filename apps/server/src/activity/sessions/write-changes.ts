import type { Span } from '@pandafab/domain';
import { newId, type RoomId, type SessionId } from '@pandafab/shared';
import { In } from 'typeorm';
import type { Lab } from '../../network/labs/lab.entity';
import { auditAll, difference } from '../../platform/audit/audit';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import { Session, SessionRoom } from './session.entities';
import { demandNoClash, roomsOf } from './session-clashes';
import { subjectOf } from './session-links';
import { giveMachinesBack, takeMachines } from './session-machines';
import type { SessionChange } from './session-people';
import { machinesOf } from './session-view';
import type { SessionChangesDto } from './sessions.dto';
import { demandTrainer } from './trainers';

/** What is to be changed, in each of the sessions. */
export type Changes = Omit<SessionChangesDto, 'version' | 'which' | 'evenIfClosed'>;

export const spanOf = ({ fromAt, untilAt }: Session): Span => ({ from: fromAt, until: untilAt });
export const isMoved = ({ before, after }: SessionChange): boolean =>
  before.fromAt !== after.fromAt || before.untilAt !== after.untilAt;
const hasOtherTrainer = ({ before, after }: SessionChange): boolean => before.trainerId !== after.trainerId;

/**
 * Writes checked changes of sessions of one lab, with the rooms and machines that they have afterwards.
 * @throws Fault SESSION.NOT_TRAINER, and each fault of what is in the way
 */
export async function writeChanges(
  unit: Unit,
  lab: Pick<Lab, 'id' | 'timeZone'>,
  changed: readonly SessionChange[],
  changes: Changes,
): Promise<void> {
  const { manager } = unit;
  const ids = changed.map(({ after }) => after.id);
  if (changes.trainerId && changed.some(hasOtherTrainer))
    await demandTrainer(manager, lab.id, changes.trainerId);
  if (changes.roomIds || changed.some(isMoved) || changed.some(hasOtherTrainer))
    await demandFree(unit, lab, changed, changes);
  for (const { after } of changed) {
    const { id, ...fields } = after;
    await manager.update(Session, { id }, fields);
  }
  if (changes.roomIds) await writeRooms(unit, ids, changes.roomIds);
  if (changes.machineIds || changed.some(isMoved) || changed.some(hasOtherTrainer))
    await writeMachines(unit, lab, changed, changes);
  unit.touch(lab.id);
  await auditAll(unit, changed.flatMap(changedNote));
}

async function demandFree(
  { manager }: Unit,
  { timeZone }: Pick<Lab, 'timeZone'>,
  changed: readonly SessionChange[],
  { roomIds }: Changes,
): Promise<void> {
  const rooms = await roomsOf(
    manager,
    changed.map(({ after }) => after.id),
  );
  const wishes = changed.map(({ after }) => ({
    ...{ id: after.id, title: after.title, topicId: after.topicId, trainerId: after.trainerId },
    ...spanOf(after),
    roomIds: roomIds ?? rooms.get(after.id) ?? [],
  }));
  await demandNoClash(manager, wishes, timeZone);
}

async function writeRooms({ manager }: Unit, ids: readonly SessionId[], roomIds: readonly RoomId[]) {
  for (const some of chunks(ids)) await manager.delete(SessionRoom, { sessionId: In(some) });
  const rows = ids.flatMap((sessionId) =>
    [...new Set(roomIds)].map((roomId) => ({ id: newId<string>(), sessionId, roomId })),
  );
  for (const some of chunks(rows)) await manager.insert(SessionRoom, some);
}

/** All bookings are made again: what was booked before is free for these sessions themselves. */
async function writeMachines(
  unit: Unit,
  lab: Pick<Lab, 'id' | 'timeZone'>,
  changed: readonly SessionChange[],
  { machineIds }: Changes,
): Promise<void> {
  const ids = changed.map(({ after }) => after.id);
  const had = await machinesOf(unit.manager, ids);
  await giveMachinesBack(unit, lab.id, ids);
  const wanted = changed.map(({ after }) => ({
    session: after,
    machineIds: machineIds ?? had.get(after.id) ?? [],
  }));
  await takeMachines(unit, lab, wanted);
}

function changedNote({ before, after }: SessionChange) {
  const { version: _v, day: _d, fromAt: from, untilAt: until, ...rest } = after;
  const was = { ...before, from: before.fromAt, until: before.untilAt, description: 'before' };
  // What a person wrote about an appointment is not kept in the trail: only that it was changed.
  const description = before.description === after.description ? 'before' : 'changed';
  const changed = difference(was, { ...rest, from, until, description });
  return changed ? [{ action: 'lab-session.changed', ...subjectOf(after), ...changed } as const] : [];
}
