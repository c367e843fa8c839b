import type { DocumentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import { Allotment, Payment } from './settlement.entities';

/** Cents that settle a document from the day on which the money moved; negative where they were taken back. */
export interface SettledMove {
  /** YYYY-MM-DD in Europe/Paris. */
  readonly day: string;
  readonly cents: number;
}

/** By document: what settles it, and since when. Documents without payments are missing. */
export async function settledMoves(
  manager: EntityManager,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, readonly SettledMove[]>> {
  const moves = new Map<DocumentId, SettledMove[]>();
  for (const some of chunks(ids))
    for (const { id, day, cents } of await movesOf(manager, some))
      moves.set(id, [...(moves.get(id) ?? []), { day, cents: Number(cents) }]);
  return moves;
}

const movesOf = (manager: EntityManager, ids: readonly DocumentId[]) =>
  manager
    .createQueryBuilder(Allotment, 'allotment')
    .innerJoin(Payment, 'payment', 'payment.id = allotment.paymentId')
    .select('allotment.documentId', 'id')
    .addSelect('payment.paidOn', 'day')
    .addSelect('allotment.cents', 'cents')
    .where('allotment.documentId IN (:...ids)', { ids })
    .orderBy('allotment.at')
    .getRawMany<{ id: DocumentId; day: string; cents: string | number }>();
