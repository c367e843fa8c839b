import type { Unit } from '../../platform/persistence/unit';
import { Prestation } from './prestation.entities';
import { moveOrder } from './prestation-lines';

// What documents do to an order that the caller has locked. Their own audit entries tell why.

/** The client accepted a quote: the order is confirmed, and the agreed price covers the prints. */
export async function recordAgreement(unit: Unit, prestation: Prestation): Promise<void> {
  const { id, state } = prestation;
  await unit.manager.update(Prestation, { id }, { printsCharged: false });
  if (state === 'preparing') await moveOrder(unit, prestation, 'confirm');
}

/** The last invoice is issued: the order accepts no further lines. @throws Fault PRESTATION.EVENT_REFUSED. */
export const markInvoiced = (unit: Unit, prestation: Prestation): Promise<void> =>
  moveOrder(unit, prestation, 'invoice');

/** The last invoice is credited in full: the order can be changed and invoiced again. */
export async function reopenAfterCredit(unit: Unit, prestation: Prestation): Promise<void> {
  if (prestation.state === 'invoiced') await moveOrder(unit, prestation, 'reopen');
}
