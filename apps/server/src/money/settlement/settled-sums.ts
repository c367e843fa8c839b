import type { DocumentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Allotment } from './settlement.entities';

/** By document: the cents of payments that settle it. Documents without one are missing. */
export async function settledSums(
  manager: EntityManager,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .select('allotment.documentId', 'id')
    .addSelect('SUM(allotment.cents)', 'cents')
    .where('allotment.documentId IN (:...ids)', { ids })
    .groupBy('allotment.documentId')
    .getRawMany<{ id: DocumentId; cents: string | number }>();
  // PostgreSQL gives sums as texts.
  return new Map(rows.map(({ id, cents }) => [id, Number(cents)]));
}
