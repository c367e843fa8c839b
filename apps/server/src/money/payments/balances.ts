import type { DocumentId, OrganisationId, PaymentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Allotment, Payment } from '../settlement/settlement.entities';
import { type Owner, ownerColumns } from './owner';

/** PostgreSQL gives sums as texts. */
const centsOf = (row: { cents: string | number | null } | undefined): number => Number(row?.cents ?? 0);

/** What of a payment settles no document yet. Negative for a refund. */
export async function leftOf(
  manager: EntityManager,
  payment: Pick<Payment, 'id' | 'cents'>,
): Promise<number> {
  return payment.cents - (await allottedOf(manager, payment.id));
}

export async function allottedOf(manager: EntityManager, paymentId: PaymentId): Promise<number> {
  const row = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .select('SUM(allotment.cents)', 'cents')
    .where('allotment.paymentId = :paymentId', { paymentId })
    .getRawOne<{ cents: string | number | null }>();
  return centsOf(row);
}

/** By document: the cents of this payment that settle it now. Documents from which all was taken back are left out. */
export async function partsOf(
  manager: EntityManager,
  paymentId: PaymentId,
): Promise<ReadonlyMap<DocumentId, number>> {
  const rows = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .select('allotment.documentId', 'documentId')
    .addSelect('SUM(allotment.cents)', 'cents')
    .where('allotment.paymentId = :paymentId', { paymentId })
    .groupBy('allotment.documentId')
    .having('SUM(allotment.cents) <> 0')
    .orderBy('MIN(allotment.at)')
    .getRawMany<{ documentId: DocumentId; cents: string | number }>();
  return new Map(rows.map((row) => [row.documentId, centsOf(row)]));
}

/** Money on an account that settles no document: payments minus allotments. Negative after a payment bounced. */
export async function balanceOf(manager: EntityManager, owner: Owner): Promise<number> {
  const { organisationId, memberId } = ownerColumns(owner);
  const [column, id] = organisationId ? ['organisationId', organisationId] : ['memberId', memberId];
  const paid = await manager
    .createQueryBuilder(Payment, 'payment')
    .select('SUM(payment.cents)', 'cents')
    .where(`payment.${column} = :id`, { id })
    .getRawOne<{ cents: string | number | null }>();
  const allotted = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .innerJoin(Payment, 'payment', 'payment.id = allotment.paymentId')
    .select('SUM(allotment.cents)', 'cents')
    .where(`payment.${column} = :id`, { id })
    .getRawOne<{ cents: string | number | null }>();
  return centsOf(paid) - centsOf(allotted);
}

/** By client: the same for these clients, or for all. Clients without money on their account are left out. */
export async function clientBalances(
  manager: EntityManager,
  ids?: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, number>> {
  if (ids?.length === 0) return new Map();
  const query = manager
    .createQueryBuilder(Payment, 'payment')
    .leftJoin(
      (query) =>
        query
          .select('allotment.paymentId', 'paymentId')
          .addSelect('SUM(allotment.cents)', 'cents')
          .from(Allotment, 'allotment')
          .groupBy('allotment.paymentId'),
      'allotted',
      '"allotted"."paymentId" = payment.id',
    )
    .select('payment.organisationId', 'id')
    .addSelect('SUM(payment.cents - COALESCE("allotted"."cents", 0))', 'cents')
    .where('payment.organisationId IS NOT NULL')
    .groupBy('payment.organisationId');
  if (ids) query.andWhere('payment.organisationId IN (:...ids)', { ids });
  const rows = await query.getRawMany<{ id: OrganisationId; cents: string | number }>();
  return new Map(rows.map((row) => [row.id, centsOf(row)] as const).filter(([, cents]) => cents !== 0));
}
