import type { DocumentId, OrganisationId, PaymentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../../people/organisations/organisation.entity';
import type { Day } from '../../kit/paris';
import { Allotment, Payment, type PaymentKind } from '../../settlement/settlement.entities';
import { readPages } from './read-ahead';
import type { Scope } from './scope';

/** A payment with what was allotted when it was recorded; a reversal with what was taken back with it. */
export interface ReadPayment {
  readonly id: PaymentId;
  readonly number: string;
  readonly day: Day;
  readonly paidOn: Day;
  readonly kind: PaymentKind;
  readonly means: string;
  readonly cents: number;
  readonly organisationId: OrganisationId | null;
  readonly clientName: string | null;
  readonly payer: string;
  readonly undoesId: PaymentId | null;
  readonly at: number;
  readonly parts: readonly { readonly documentId: DocumentId; readonly cents: number }[];
}

type Raw = Omit<ReadPayment, 'cents' | 'at' | 'parts'> & {
  readonly cents: string | number;
  readonly at: string | number;
};

const COLUMNS = [
  'id',
  'number',
  'paidOn',
  'kind',
  'means',
  'cents',
  'organisationId',
  'payer',
  'undoesId',
  'at',
];

/** The payments that entered the books in a period, by day and number. */
export const readPayments = (manager: EntityManager, scope: Scope) =>
  readPages<ReadPayment>(async (last, size) =>
    withParts(manager, await paymentsAfter(manager, scope, last, size)),
  );

function paymentsAfter(
  manager: EntityManager,
  { from, to, asOf }: Scope,
  last: ReadPayment | undefined,
  size: number,
): Promise<Raw[]> {
  const query = manager
    .createQueryBuilder(Payment, 'payment')
    .leftJoin(Organisation, 'client', 'client.id = payment.organisationId')
    .select('client.name', 'clientName')
    .addSelect('payment.bookedOn', 'day');
  for (const column of COLUMNS) query.addSelect(`payment.${column}`, column);
  query
    .where('payment.bookedOn >= :from AND payment.bookedOn <= :to', { from: last?.day ?? from, to })
    .andWhere('payment.at <= :asOf', { asOf });
  if (last) query.andWhere('(payment.bookedOn > :day OR payment.number > :number)', { ...last });
  return query.orderBy('payment.bookedOn').addOrderBy('payment.number').limit(size).getRawMany<Raw>();
}

async function withParts(manager: EntityManager, rows: readonly Raw[]): Promise<ReadPayment[]> {
  const ids = rows.flatMap(({ id, undoesId }) => undoesId ?? id);
  const allotted = await allotmentsOf(manager, ids);
  return rows.map((row) => {
    const at = Number(row.at);
    // PostgreSQL gives bigints as texts.
    const parts = (allotted.get(row.undoesId ?? row.id) ?? []).filter((each) => each.at === at);
    return { ...row, cents: Number(row.cents), at, parts };
  });
}

interface Part {
  readonly documentId: DocumentId;
  readonly cents: number;
  readonly at: number;
}

async function allotmentsOf(
  manager: EntityManager,
  ids: readonly PaymentId[],
): Promise<ReadonlyMap<PaymentId, Part[]>> {
  const found = new Map<PaymentId, Part[]>();
  if (ids.length === 0) return found;
  const rows = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .select('allotment.paymentId', 'paymentId')
    .addSelect('allotment.documentId', 'documentId')
    .addSelect('allotment.cents', 'cents')
    .addSelect('allotment.at', 'at')
    .where('allotment.paymentId IN (:...ids)', { ids })
    .orderBy('allotment.number')
    .getRawMany<{ paymentId: PaymentId; documentId: DocumentId; cents: string; at: string }>();
  for (const { paymentId, documentId, cents, at } of rows)
    found.set(paymentId, [
      ...(found.get(paymentId) ?? []),
      { documentId, cents: Number(cents), at: Number(at) },
    ]);
  return found;
}
