import { Fault, type PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { Prestation, PrestationLine } from './prestation.entities';

/**
 * Reads a prestation and locks it until the unit of work ends, so that no other unit invoices it between the read and a
 * new line. The write comes first, because it locks the row on PostgreSQL.
 */
export async function lockPrestation({ manager, now }: Unit, id: PrestationId): Promise<Prestation | null> {
  await manager.update(Prestation, { id }, { changedAt: now });
  return manager.findOneBy(Prestation, { id });
}

/**
 * The prestation that pays for a job. Locked: it cannot be invoiced before this unit of work ends.
 * @throws Fault BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED.
 */
export async function openPrestation(unit: Unit, id: PrestationId): Promise<Prestation> {
  const prestation = await lockPrestation(unit, id);
  if (!prestation) throw new Fault('BILLING.PRESTATION_UNKNOWN', { id });
  if (prestation.state !== 'open')
    throw new Fault('BILLING.ALREADY_INVOICED', { reference: prestation.reference });
  return prestation;
}

/** Closes a prestation that the caller has locked and invoiced: it accepts no further lines. */
export async function markInvoiced({ manager }: Unit, id: PrestationId): Promise<void> {
  await manager.update(Prestation, { id }, { state: 'invoiced' });
}

export const linesOf = (manager: EntityManager, prestationId: PrestationId): Promise<PrestationLine[]> =>
  manager.find(PrestationLine, { where: { prestationId }, order: { position: 'ASC' } });

/** Adds a line after the others of a prestation that the caller has locked. */
export async function appendLine(
  { manager }: Unit,
  prestationId: PrestationId,
  line: Omit<PrestationLine, 'prestationId' | 'position'>,
): Promise<PrestationLine> {
  const position = ((await manager.maximum(PrestationLine, 'position', { prestationId })) ?? 0) + 1;
  const added = { ...line, prestationId, position };
  await manager.insert(PrestationLine, added);
  return added;
}
