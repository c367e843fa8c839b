import type { DocumentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { settledSums } from '../settlement/settled-sums';
import { PaperDocument } from './document.entities';

/** What is no longer open of an invoice or deposit: with tax. */
export interface Reductions {
  /** By credit notes. */
  readonly creditedCents: number;
  /** By payments. */
  readonly paidCents: number;
}

export const NO_REDUCTIONS: Reductions = { creditedCents: 0, paidCents: 0 };

/** Reads the reductions of a document that `reductionsOf` was asked for. */
export type ReductionsByDocument = (id: DocumentId) => Reductions;

/** What was credited and paid of these documents. */
export async function reductionsOf(
  manager: EntityManager,
  ids: readonly DocumentId[],
): Promise<ReductionsByDocument> {
  const credited = await creditedSums(manager, ids);
  const paid = await settledSums(manager, ids);
  return (id) => ({ creditedCents: credited.get(id) ?? 0, paidCents: paid.get(id) ?? 0 });
}

/** By document: the sum of its issued credit notes, with tax. Documents without one are missing. */
async function creditedSums(
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
