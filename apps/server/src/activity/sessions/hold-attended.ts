import type { SessionId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { holdSessions } from './hold-sessions';
import { Session } from './session.entities';
import { subjectOf } from './session-links';

/** Notes that a planned session took place, because people were there. Does nothing to one that is no longer planned. */
export async function holdAttended(unit: Unit, id: SessionId): Promise<void> {
  const { manager, now } = unit;
  await holdSessions(unit);
  const session = await manager.findOneBy(Session, { id, state: 'planned' });
  if (!session) return;
  await manager.update(Session, { id }, { state: 'held', heldAt: now, version: session.version + 1 });
  const note = { action: 'lab-session.held', ...subjectOf(session) } as const;
  const { headCount } = session;
  await audit(unit, {
    ...note,
    before: { state: 'planned', headCount },
    after: { state: 'held', headCount },
  });
}
