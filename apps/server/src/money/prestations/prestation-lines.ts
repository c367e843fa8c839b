import { acceptsPrints, nextOrderState, type OrderEvent } from '@pandafab/domain';
import { Fault, MOST_CENTS, newId, type PrestationId, type PrestationLineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { Prestation, PrestationLine } from './prestation.entities';
import { acceptsLines } from './prestation-view';
import { urgencyOf } from './urgency';
import { wholeAmount } from './whole-amount';

/**
 * Reads a prestation and locks it until the unit of work ends, so that no other unit invoices it between the read and a
 * new line. The write comes first, because it locks the row on PostgreSQL.
 */
export async function lockPrestation({ manager, now }: Unit, id: PrestationId): Promise<Prestation | null> {
  await manager.update(Prestation, { id }, { changedAt: now });
  return manager.findOneBy(Prestation, { id });
}

/** The same for a prestation that a path names. @throws Fault REQUEST.NOT_FOUND. */
export async function lockNamed(unit: Unit, id: PrestationId): Promise<Prestation> {
  const prestation = await lockPrestation(unit, id);
  if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${id}` });
  return prestation;
}

/** @throws Fault BILLING.ALREADY_INVOICED, PRESTATION.CANCELLED. */
export function demandAcceptsLines({ state, reference }: Prestation): void {
  if (acceptsLines(state)) return;
  throw new Fault(state === 'cancelled' ? 'PRESTATION.CANCELLED' : 'BILLING.ALREADY_INVOICED', { reference });
}

/**
 * The prestation that pays for a job. Locked: it cannot be invoiced before this unit of work ends.
 * @throws Fault BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED, PRESTATION.CANCELLED, PRESTATION.DELIVERED.
 */
export async function openPrestation(unit: Unit, id: PrestationId): Promise<Prestation> {
  const prestation = await lockPrestation(unit, id);
  if (!prestation) throw new Fault('BILLING.PRESTATION_UNKNOWN', { id });
  demandAcceptsLines(prestation);
  const { state, reference } = prestation;
  if (!acceptsPrints(state)) throw new Fault('PRESTATION.DELIVERED', { reference });
  return prestation;
}

/** Moves a locked prestation to the state after an event. @throws Fault PRESTATION.EVENT_REFUSED. */
export async function moveOrder(
  { manager }: Unit,
  { id, state: from, endsOn, reference }: Prestation,
  event: OrderEvent,
): Promise<void> {
  const state = nextOrderState(from, event);
  if (!state) throw new Fault('PRESTATION.EVENT_REFUSED', { reference, state: from, event });
  await manager.update(Prestation, { id }, { state, urgency: urgencyOf({ state, endsOn }) });
}

export const linesOf = (manager: EntityManager, prestationId: PrestationId): Promise<PrestationLine[]> =>
  manager.find(PrestationLine, { where: { prestationId }, order: { position: 'ASC' } });

export type NewLine = Omit<PrestationLine, 'id' | 'prestationId' | 'position' | 'createdAt'>;

/**
 * Adds a line after the others of a prestation that the caller has locked.
 * @throws Fault BILLING.AMOUNT_TOO_LARGE.
 */
export async function appendLine(unit: Unit, prestation: Prestation, line: NewLine): Promise<PrestationLine> {
  const { manager, now } = unit;
  const { id: prestationId } = prestation;
  const position = ((await manager.maximum(PrestationLine, 'position', { prestationId })) ?? 0) + 1;
  const added = { ...line, id: newId<PrestationLineId>(), prestationId, position, createdAt: now };
  await manager.insert(PrestationLine, added);
  await refreshNet(unit, prestation);
  return added;
}

/** Stores the sum of a locked prestation's lines and discounts. @throws Fault BILLING.AMOUNT_TOO_LARGE. */
export async function refreshNet({ manager }: Unit, { id, reference, discounts }: Prestation) {
  const linesCents = (await manager.sum(PrestationLine, 'netCents', { prestationId: id })) ?? 0;
  // PostgreSQL gives sums as texts.
  const sum = Number(linesCents);
  if (sum > MOST_CENTS) throw new Fault('BILLING.AMOUNT_TOO_LARGE', { reference });
  const { netCents } = wholeAmount([sum], discounts);
  await manager.update(Prestation, { id }, { netCents });
}
