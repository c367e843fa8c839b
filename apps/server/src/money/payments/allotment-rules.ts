import { Fault } from '@pandafab/shared';
import type { Payment } from '../settlement/settlement.entities';
import type { Payable } from './payable';

export interface CheckedPart {
  readonly payment: Pick<Payment, 'number' | 'organisationId'>;
  readonly document: Payable;
  /** What of the payment settles this document already. */
  readonly given: number;
  /** Negative: taken back. */
  readonly cents: number;
}

/**
 * Whether cents of a payment may settle this document, or be taken back from it.
 * @throws Fault PAYMENT.OTHER_CLIENT, PAYMENT.CREDITED, PAYMENT.ABOVE_OPEN, PAYMENT.ABOVE_ALLOTTED
 */
export function demandPart({ payment, document, given, cents }: CheckedPart): void {
  const { number, organisationId, grossCents, creditedCents, openCents } = document;
  if (payment.organisationId !== organisationId)
    throw new Fault('PAYMENT.OTHER_CLIENT', { payment: payment.number, number });
  if (cents < 0) {
    if (-cents > given)
      throw new Fault('PAYMENT.ABOVE_ALLOTTED', {
        payment: payment.number,
        number,
        givenCents: given,
        askedCents: -cents,
      });
    return;
  }
  if (creditedCents >= grossCents) throw new Fault('PAYMENT.CREDITED', { number });
  if (cents > openCents)
    throw new Fault('PAYMENT.ABOVE_OPEN', { number, openCents: Math.max(0, openCents), askedCents: cents });
}
