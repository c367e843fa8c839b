import { type DocumentId, Fault, type PaymentId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { toIso } from '../../platform/http/fields';
import type { Unit } from '../../platform/persistence/unit';
import { lockBooks } from '../chain/lock-books';
import { Allotment, Payment } from '../settlement/settlement.entities';
import { balanceOf } from './balances';
import { findPayable } from './payable';
import { MEANS } from './payment-means.entity';
import type { DocumentPaymentsDto } from './payments.dto';

const allotmentsOf = (manager: EntityManager, documentId: DocumentId): Promise<Allotment[]> =>
  manager.find(Allotment, { where: { documentId }, order: { at: 'ASC', number: 'ASC' } });

/** @throws Fault REQUEST.NOT_FOUND, PAYMENT.DOCUMENT_NOT_PAYABLE */
export async function documentPayments(
  manager: EntityManager,
  documentId: DocumentId,
): Promise<DocumentPaymentsDto> {
  const { openCents, organisationId } = await findPayable(manager, documentId);
  const rows = await allotmentsOf(manager, documentId);
  const payments = await manager.findBy(Payment, { id: In(rows.map(({ paymentId }) => paymentId)) });
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const items = rows.map(({ paymentId, cents, reason, at }) => {
    const payment = byId.get(paymentId);
    return {
      ...{
        paymentId,
        payment: payment?.number ?? '',
        paidOn: payment?.paidOn ?? '',
        payer: payment?.payer ?? '',
      },
      ...{ means: MEANS.find((each) => each === payment?.means) ?? ('other' as const), cents, reason },
      at: toIso(at),
    };
  });
  return { items, openCents, balanceCents: await balanceOf(manager, { organisationId }) };
}

export interface GivenPart {
  readonly paymentId: PaymentId;
  readonly cents: number;
}

/**
 * What each payment gave too much to a document, the latest payment first. Locks the books.
 * @throws Fault PAYMENT.NOTHING_TOO_MUCH
 */
export async function overpaidParts(unit: Unit, documentId: DocumentId): Promise<readonly GivenPart[]> {
  await lockBooks(unit);
  const { openCents, number } = await findPayable(unit.manager, documentId);
  if (openCents >= 0) throw new Fault('PAYMENT.NOTHING_TOO_MUCH', { number });
  const given = new Map<PaymentId, number>();
  for (const { paymentId, cents } of await allotmentsOf(unit.manager, documentId))
    given.set(paymentId, (given.get(paymentId) ?? 0) + cents);
  let tooMuch = -openCents;
  return [...given]
    .reverse()
    .map(([paymentId, cents]) => {
      const part = Math.min(cents, tooMuch);
      tooMuch -= part;
      return { paymentId, cents: part };
    })
    .filter(({ cents }) => cents > 0);
}
