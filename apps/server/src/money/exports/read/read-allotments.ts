import type { LaterAllotment } from '@pandafab/domain';
import type { DocumentId, OrganisationId, PaymentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../../people/organisations/organisation.entity';
import { PaperDocument } from '../../documents/document.entities';
import type { Day } from '../../kit/paris';
import { Allotment, Payment } from '../../settlement/settlement.entities';
import { readPages } from './read-ahead';
import type { Scope } from './scope';

interface Raw {
  readonly number: string;
  readonly day: Day;
  readonly paymentId: PaymentId;
  readonly documentId: DocumentId;
  readonly cents: string | number;
  readonly payerId: OrganisationId;
  readonly payerName: string | null;
  readonly clientId: OrganisationId;
  readonly clientName: string;
  readonly documentNumber: string;
}

export type ReadAllotment = LaterAllotment & { readonly day: Day };

/**
 * What was allotted, or taken back, at another time than the payment or its reversal was recorded; by day and number.
 * The rest is part of the payment's own entry.
 */
export const readLaterAllotments = (manager: EntityManager, scope: Scope) =>
  readPages<ReadAllotment>(async (last, size) =>
    (await allotmentsAfter(manager, scope, last, size)).map(viewed),
  );

const viewed = (row: Raw): ReadAllotment => ({
  ...{ number: row.number, day: row.day, bookedOn: row.day, cents: Number(row.cents) },
  ...{ paymentId: row.paymentId, documentId: row.documentId, documentNumber: row.documentNumber },
  payer: { number: row.payerId, name: row.payerName ?? '' },
  client: { number: row.clientId, name: row.clientName },
});

function allotmentsAfter(
  manager: EntityManager,
  { from, to, asOf }: Scope,
  last: ReadAllotment | undefined,
  size: number,
): Promise<Raw[]> {
  const query = manager
    .createQueryBuilder(Allotment, 'allotment')
    .innerJoin(Payment, 'payment', 'payment.id = allotment.paymentId')
    .leftJoin(Payment, 'reversal', 'reversal.undoesId = payment.id')
    .innerJoin(PaperDocument, 'document', 'document.id = allotment.documentId')
    .leftJoin(Organisation, 'payer', 'payer.id = payment.organisationId')
    .select('allotment.number', 'number')
    .addSelect('allotment.bookedOn', 'day')
    .addSelect('allotment.paymentId', 'paymentId')
    .addSelect('allotment.documentId', 'documentId')
    .addSelect('allotment.cents', 'cents')
    .addSelect('payment.organisationId', 'payerId')
    .addSelect('payer.name', 'payerName')
    .addSelect('document.organisationId', 'clientId')
    .addSelect('document.clientName', 'clientName')
    .addSelect('document.number', 'documentNumber')
    .where('allotment.bookedOn >= :from AND allotment.bookedOn <= :to', { from: last?.day ?? from, to })
    .andWhere('allotment.at <= :asOf AND allotment.at <> payment.at', { asOf })
    .andWhere('(reversal.at IS NULL OR allotment.at <> reversal.at)');
  if (last)
    query.andWhere('(allotment.bookedOn > :day OR allotment.number > :number)', {
      day: last.day,
      number: last.number,
    });
  return query.orderBy('allotment.bookedOn').addOrderBy('allotment.number').limit(size).getRawMany<Raw>();
}
