import { Injectable } from '@nestjs/common';
import { type AccountId, type DocumentId, Fault, newId, type PaymentId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { lockBooks } from '../chain/lock-books';
import { MoneyLinks } from '../chain/money-links';
import { insertAllotment } from '../settlement/book';
import { Allotment, type Payment } from '../settlement/settlement.entities';
import { demandPart } from './allotment-rules';
import { leftOf, partsOf } from './balances';
import { findPayment, reversalOf } from './find-payment';
import { findPayable } from './payable';
import { allotmentPayload } from './payment-payload';

/** Cents of a payment for a document; negative: they are taken back. */
export interface AskedPart {
  readonly documentId: DocumentId;
  readonly cents: number;
}

/** The only writer of allotments, in the caller's unit of work. */
@Injectable()
export class AllotmentBook {
  constructor(private readonly links: MoneyLinks) {}

  /**
   * Settles documents with a payment, or takes cents back. All parts, or none.
   * @param reason needed where cents are taken back
   * @throws Fault REQUEST.NOT_FOUND, PAYMENT.NOT_ALLOTTABLE, PAYMENT.UNDONE, PAYMENT.ABOVE_LEFT, PAYMENT.ABOVE_OPEN,
   * PAYMENT.CREDITED, PAYMENT.OTHER_CLIENT, PAYMENT.DOCUMENT_NOT_PAYABLE, PAYMENT.ABOVE_ALLOTTED
   */
  async allot(
    unit: Unit,
    by: AccountId | null,
    paymentId: PaymentId,
    parts: readonly AskedPart[],
    reason: string | null = null,
  ): Promise<void> {
    if (parts.length === 0) return;
    await lockBooks(unit);
    const { manager } = unit;
    const payment = await findPayment(manager, paymentId);
    const { number } = payment;
    if (payment.kind !== 'payment' || payment.memberId !== null)
      throw new Fault('PAYMENT.NOT_ALLOTTABLE', { number });
    if (await reversalOf(manager, paymentId)) throw new Fault('PAYMENT.UNDONE', { number });
    const left = await leftOf(manager, payment);
    const asked = parts.reduce((sum, { cents }) => sum + cents, 0);
    if (asked > left) throw new Fault('PAYMENT.ABOVE_LEFT', { number, leftCents: left, askedCents: asked });
    for (const part of parts) await this.allotOne(unit, by, payment, part, reason);
  }

  /** Takes back everything that a payment settled. */
  async takeAllBack(unit: Unit, by: AccountId | null, payment: Payment, reason: string): Promise<void> {
    for (const [documentId, cents] of await partsOf(unit.manager, payment.id)) {
      const { number } = await findPayable(unit.manager, documentId);
      await this.write(unit, by, payment, { documentId, cents: -cents, number }, reason);
    }
  }

  private async allotOne(
    unit: Unit,
    by: AccountId | null,
    payment: Payment,
    { documentId, cents }: AskedPart,
    reason: string | null,
  ): Promise<void> {
    const document = await findPayable(unit.manager, documentId);
    const given = (await partsOf(unit.manager, payment.id)).get(documentId) ?? 0;
    demandPart({ payment, document, given, cents });
    await this.write(unit, by, payment, { documentId, cents, number: document.number }, reason);
  }

  private async write(
    unit: Unit,
    by: AccountId | null,
    payment: Payment,
    part: AskedPart & { readonly number: string },
    reason: string | null,
  ): Promise<void> {
    const { day: bookedOn } = await lockBooks(unit);
    const { documentId, cents, number: document } = part;
    const count = await unit.manager.countBy(Allotment, { paymentId: payment.id });
    const allotment: Allotment = {
      ...{ id: newId<string>(), number: `${payment.number}/${count + 1}`, paymentId: payment.id, documentId },
      ...{ cents, bookedOn, reason, createdBy: by, at: unit.now },
    };
    await insertAllotment(unit, allotment);
    await this.links.add(unit, allotmentPayload(allotment, { payment, document }));
    const action = cents > 0 ? 'payment.allotted' : 'payment.taken-back';
    const after = { payment: payment.number, document, cents, reason };
    await audit(unit, { action, subject: ['payment', payment.id], after });
  }
}
