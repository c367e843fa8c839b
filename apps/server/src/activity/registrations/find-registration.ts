import { Fault, type RegistrationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { findSession } from '../sessions/find-session';
import type { Session } from '../sessions/session.entities';
import { Registration } from './registration.entities';

/** @throws Fault REGISTRATION.UNKNOWN */
export async function findRegistration(
  manager: EntityManager,
  id: RegistrationId,
): Promise<{ readonly row: Registration; readonly session: Session }> {
  const row = await manager.findOneBy(Registration, { id });
  if (!row) throw new Fault('REGISTRATION.UNKNOWN');
  return { row, session: await findSession(manager, row.sessionId) };
}

/** @throws Fault REGISTRATION.ERASED: the row still counts, without a person */
export function demandPerson<Row extends Registration>(
  row: Row,
): asserts row is Row & { readonly memberId: NonNullable<Registration['memberId']> } {
  if (row.memberId === null) throw new Fault('REGISTRATION.ERASED');
}
