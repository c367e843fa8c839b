import type { Clock, PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Prestation, PrestationLine } from './prestation.entities';

/**
 * Reads a prestation and holds it until the unit of work ends, so that nobody invoices it between a look and a line.
 * The write comes first: that is what locks the row on PostgreSQL.
 */
export async function lockPrestation(
  manager: EntityManager,
  clock: Clock,
  id: PrestationId,
): Promise<Prestation | null> {
  await manager.update(Prestation, { id }, { changedAt: clock.now() });
  return manager.findOneBy(Prestation, { id });
}

export const linesOf = (manager: EntityManager, prestationId: PrestationId): Promise<PrestationLine[]> =>
  manager.find(PrestationLine, { where: { prestationId }, order: { position: 'ASC' } });

/** Adds a line after the others of a prestation that the caller has locked. */
export async function appendLine(
  manager: EntityManager,
  prestationId: PrestationId,
  line: Omit<PrestationLine, 'prestationId' | 'position'>,
): Promise<PrestationLine> {
  const position = ((await manager.maximum(PrestationLine, 'position', { prestationId })) ?? 0) + 1;
  const added = { ...line, prestationId, position };
  await manager.insert(PrestationLine, added);
  return added;
}
