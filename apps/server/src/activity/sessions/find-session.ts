import { Fault, type SessionId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Session } from './session.entities';

/** @throws Fault SESSION.UNKNOWN */
export async function findSession(manager: EntityManager, id: SessionId): Promise<Session> {
  const session = await manager.findOneBy(Session, { id });
  if (!session) throw new Fault('SESSION.UNKNOWN');
  return session;
}

/** @throws Fault SESSION.CANCELLED, SESSION.HELD: what took place, or will not, is no longer changed */
export function demandPlanned({ state }: Pick<Session, 'state'>): void {
  if (state === 'cancelled') throw new Fault('SESSION.CANCELLED');
  if (state === 'held') throw new Fault('SESSION.HELD');
}
