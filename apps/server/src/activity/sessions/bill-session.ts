import { Fault, type SessionId } from '@pandafab/shared';
import { frenchDay } from '../../money/kit/french';
import { addLine } from '../../money/prestations/add-line';
import { PrestationLine } from '../../money/prestations/prestation.entities';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { findSession } from './find-session';
import { Session } from './session.entities';
import type { SessionLineDto } from './sessions.dto';

/**
 * Adds a session to the client order that pays for it, as a line of the day on which it is. Once: a second line is
 * possible after the first one was deleted.
 * @throws Fault SESSION.UNKNOWN, SESSION.CANCELLED, SESSION.NO_ORDER, SESSION.ON_ORDER, and those of `addLine`
 */
export async function billSession(unit: Unit, id: SessionId, body: SessionLineDto): Promise<void> {
  const { manager } = unit;
  const { prestationId, state, title, day, labId } = await findSession(manager, id);
  if (state === 'cancelled') throw new Fault('SESSION.CANCELLED');
  if (prestationId === null) throw new Fault('SESSION.NO_ORDER');
  const line = await addLine(unit, prestationId, {
    ...{ label: `${title}, ${frenchDay(day)}`, details: [], discounts: [], basis: 1, stageId: null },
    ...{ nature: 'services', servedOn: day, ...body },
  });
  // `addLine` has locked the client order: of two at once, the second one sees the line of the first.
  const { prestationLineId: before } = await findSession(manager, id);
  if (before !== null && (await manager.existsBy(PrestationLine, { id: before })))
    throw new Fault('SESSION.ON_ORDER');
  await manager.update(Session, { id }, { prestationLineId: line.id });
  await audit(unit, {
    ...{ action: 'lab-session.billed', subject: ['lab-session', id], labId },
    after: { prestationId, quantity: body.quantity, unitPrice: body.unitPrice },
  });
}
