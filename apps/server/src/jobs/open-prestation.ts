import { Fault, type PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Prestation } from '../billing/prestations/prestation.entities';

/** @throws Fault BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED: an invoiced prestation takes no more prints. */
export async function demandOpenPrestation(manager: EntityManager, id: PrestationId): Promise<void> {
  const prestation = await manager.findOneBy(Prestation, { id });
  if (!prestation) throw new Fault('BILLING.PRESTATION_UNKNOWN');
  if (prestation.state !== 'open')
    throw new Fault('BILLING.ALREADY_INVOICED', { reference: prestation.reference });
}
