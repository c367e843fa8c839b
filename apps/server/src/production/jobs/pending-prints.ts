import { Fault, type PrestationId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Job } from './job.entities';

/** BILLING.PRINTS_PENDING {reference, count} if prints of the prestation have not ended; undefined if all have. */
export async function findPendingPrints(
  manager: EntityManager,
  { id: prestationId, reference }: { readonly id: PrestationId; readonly reference: string },
): Promise<Fault | undefined> {
  const state = In(['analysing', 'queued', 'running']);
  const count = await manager.countBy(Job, { prestationId, state });
  return count > 0 ? new Fault('BILLING.PRINTS_PENDING', { reference, count }) : undefined;
}
