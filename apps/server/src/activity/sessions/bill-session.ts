import { Fault, type SessionId } from '@pandafab/shared';
import { frenchDay } from '../../money/kit/french';
import { addLine } from '../../money/prestations/add-line';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { findSession } from './find-session';
import { holdSessions } from './hold-sessions';
import { Session } from './session.entities';
import { demandNoLine } from './session-lines';
import type { SessionLineDto } from './sessions.dto';

/**
 * Adds a session to the client order that pays for it, as a line of the day on which it is. Once: a second line is
 * possible after the first one was deleted.
 * @throws Fault SESSION.UNKNOWN, SESSION.CANCELLED, SESSION.NO_ORDER, SESSION.ON_ORDER {reference, label}, and those of
 * `addLine`
 */
export async function billSession(unit: Unit, id: SessionId, body: SessionLineDto): Promise<void> {
  const { manager } = unit;
  // Of two at once, the second one sees the line of the first; and the session keeps its client order until the end.
  await holdSessions(unit);
  const session = await findSession(manager, id);
  const { prestationId, state, title, day, labId } = session;
  if (state === 'cancelled') throw new Fault('SESSION.CANCELLED');
  if (prestationId === null) throw new Fault('SESSION.NO_ORDER');
  await demandNoLine(manager, [session]);
  const line = await addLine(unit, prestationId, {
    ...{ label: `${title}, ${frenchDay(day)}`, details: [], discounts: [], basis: 1, stageId: null },
    ...{ nature: 'services', servedOn: day, ...body },
  });
  await manager.update(Session, { id }, { prestationLineId: line.id });
  await audit(unit, {
    ...{ action: 'lab-session.billed', subject: ['lab-session', id], labId },
    after: { prestationId, quantity: body.quantity, unitPrice: body.unitPrice },
  });
}
