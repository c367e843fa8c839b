import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type Part, readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { containing } from '../../platform/persistence/search';
import { Allotment, Payment } from '../settlement/settlement.entities';
import type { PaymentSearchDto } from './payments.dto';

const SORTS: SortKeys<Payment, 'at' | 'paidOn' | 'cents'> = {
  at: { column: 'payment.at', of: ({ at }) => at, isNumber: true },
  paidOn: { column: 'payment.paidOn', of: ({ paidOn }) => paidOn },
  cents: { column: 'payment.cents', of: ({ cents }) => cents, isNumber: true },
};
const BY_ID = { column: 'payment.id', of: ({ id }: Payment) => id };

/** A part of the payments, and the sum of all that fit. */
export async function listPayments(
  manager: EntityManager,
  search: PaymentSearchDto,
): Promise<Part<Payment> & { readonly sumCents: number }> {
  const found = () => {
    const query = manager.createQueryBuilder(Payment, 'payment');
    filter(query, search);
    return query;
  };
  const sum = await found().select('SUM(payment.cents)', 'cents').getRawOne<{ cents: string | null }>();
  const part = await readPart(found(), sortedBy(search.sort, SORTS, BY_ID), search);
  return { ...part, sumCents: Number(sum?.cents ?? 0) };
}

function filter(query: SelectQueryBuilder<Payment>, asked: PaymentSearchDto): void {
  for (const column of ['organisationId', 'labId', 'means'] as const)
    if (asked[column]) query.andWhere(`payment.${column} = :${column}`, { [column]: asked[column] });
  if (asked.from) query.andWhere('payment.paidOn >= :from', { from: asked.from });
  if (asked.to) query.andWhere('payment.paidOn <= :to', { to: asked.to });
  if (asked.unused) filterUnused(query);
  if (asked.search)
    query.andWhere(`payment.foldedWords LIKE :words ESCAPE '\\'`, { words: containing(asked.search) });
}

function filterUnused(query: SelectQueryBuilder<Payment>): void {
  const allotted = query
    .subQuery()
    .select('COALESCE(SUM(allotment.cents), 0)')
    .from(Allotment, 'allotment')
    .where('allotment.paymentId = payment.id')
    .getQuery();
  const undone = query
    .subQuery()
    .select('1')
    .from(Payment, 'reversal')
    .where('reversal.undoesId = payment.id')
    .getQuery();
  // What was refunded came from the account as a whole.
  const paid = query
    .subQuery()
    .select('COALESCE(SUM(entry.cents), 0)')
    .from(Payment, 'entry')
    .where('entry.organisationId = payment.organisationId')
    .getQuery();
  const settled = query
    .subQuery()
    .select('COALESCE(SUM(part.cents), 0)')
    .from(Allotment, 'part')
    .innerJoin(Payment, 'source', 'source.id = part.paymentId')
    .where('source.organisationId = payment.organisationId')
    .getQuery();
  query.andWhere(
    `payment.kind = 'payment' AND payment.organisationId IS NOT NULL AND payment.cents > ${allotted}
      AND NOT EXISTS ${undone} AND ${paid} > ${settled}`,
  );
}
