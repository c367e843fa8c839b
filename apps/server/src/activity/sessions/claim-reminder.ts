import type { SessionId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { holdSessions } from './hold-sessions';
import { Session } from './session.entities';

/**
 * Notes that the people of a session are reminded now.
 * @returns undefined where another unit of work has done it, or the session is no longer planned
 */
export async function claimReminder(unit: Unit, id: SessionId): Promise<Session | undefined> {
  const { manager, now } = unit;
  await holdSessions(unit);
  const where = { id, state: 'planned', remindedAt: IsNull() } as const;
  const { affected } = await manager.update(Session, where, { remindedAt: now });
  return affected === 1 ? manager.findOneByOrFail(Session, { id }) : undefined;
}
