import type { DocumentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { PaperDocument } from './document.entities';

/** By document: the sum of its issued credit notes, with tax. Documents without one are missing. */
export async function creditedSums(
  manager: EntityManager,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(PaperDocument, 'credit')
    .select('credit.citesId', 'id')
    .addSelect('SUM(credit.grossCents)', 'cents')
    .where('credit.citesId IN (:...ids)', { ids })
    .andWhere(`credit.state = 'issued'`)
    .groupBy('credit.citesId')
    .getRawMany<{ id: DocumentId; cents: string | number }>();
  // PostgreSQL gives sums as texts.
  return new Map(rows.map(({ id, cents }) => [id, Number(cents)]));
}
