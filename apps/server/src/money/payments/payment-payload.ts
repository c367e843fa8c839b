import type { LinkRecord } from '../chain/append-link';
import { canonicalJson } from '../chain/canonical-json';
import { sha256 } from '../chain/link-hash';
import type { Allotment, Payment } from '../settlement/settlement.entities';

/** Numbers instead of ids of the database. */
export interface PaymentNames {
  /** The number of the entry that a reversal undoes. */
  readonly undoes: string | null;
}

/** What the link of a payment says. Names and texts enter it as one salted hash, so that a person can be erased. */
export function paymentPayload(payment: Payment, { undoes }: PaymentNames, linkedText?: unknown): LinkRecord {
  const { number, kind, bookedOn, paidOn, means, cents, at, salt } = payment;
  return {
    ...{ record: 'payment', kind, number, day: bookedOn, paidOn, means, cents, undoes },
    at: new Date(at).toISOString(),
    text: salt === '' ? String(linkedText) : sha256(salt, canonicalJson(sealedOf(payment))),
  };
}

/** What of a payment may name a person. */
export const sealedOf = ({ payer, reference, note, reason, organisationId, memberId, labId }: Payment) => ({
  ...{ payer, reference, note, reason },
  ...{ client: organisationId, member: memberId, lab: labId },
});

export interface AllotmentNames {
  readonly payment: Pick<Payment, 'number' | 'salt'>;
  readonly document: string;
}

/** What the link of an allotment says. */
export function allotmentPayload(
  { number, bookedOn, cents, at, reason }: Allotment,
  { payment, document }: AllotmentNames,
  linkedText?: unknown,
): LinkRecord {
  return {
    ...{ record: 'allotment', number, day: bookedOn, payment: payment.number, document, cents },
    at: new Date(at).toISOString(),
    text: payment.salt === '' ? String(linkedText) : sha256(payment.salt, canonicalJson({ reason })),
  };
}
