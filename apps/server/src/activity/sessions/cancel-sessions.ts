import type { SessionId } from '@pandafab/shared';
import { In } from 'typeorm';
import { requestMatchingOf } from '../../network/labs/request-matching';
import { auditAll } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { demandPlanned, findSession } from './find-session';
import { holdSessions } from './hold-sessions';
import { Session } from './session.entities';
import { subjectOf } from './session-links';
import { giveMachinesBack } from './session-machines';
import type { PeopleBook } from './session-people';

/**
 * Cancels planned sessions: rooms, machines and the trainer are free again, and those who are registered are told why.
 * Does nothing to those that are cancelled already.
 * @throws Fault SESSION.UNKNOWN, SESSION.HELD
 */
export async function cancelSessions(
  unit: Unit,
  book: PeopleBook,
  ids: readonly SessionId[],
  reason: string,
): Promise<void> {
  const { manager } = unit;
  const before = await manager.findBy(Session, { id: In([...ids]) });
  await requestMatchingOf(
    unit,
    before.map(({ labId }) => labId),
  );
  await holdSessions(unit);
  const cancelled: Session[] = [];
  for (const id of ids) {
    const session = await findSession(manager, id);
    if (session.state === 'cancelled') continue;
    demandPlanned(session);
    const after = { state: 'cancelled', cancelledReason: reason, version: session.version + 1 } as const;
    await manager.update(Session, { id }, after);
    cancelled.push({ ...session, ...after });
  }
  for (const labId of new Set(cancelled.map((session) => session.labId)))
    await giveMachinesBack(
      unit,
      labId,
      cancelled.filter((session) => session.labId === labId).map(({ id }) => id),
    );
  await book.hold(unit);
  await book.tellCancelled(unit, cancelled);
  await auditAll(
    unit,
    cancelled.map((session) => ({
      ...({ action: 'lab-session.cancelled', ...subjectOf(session), after: { reason } } as const),
    })),
  );
}
