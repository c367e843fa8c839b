import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type LabId, newId, type PaymentId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { lockBooks } from '../chain/lock-books';
import { MoneyLinks } from '../chain/money-links';
import { type Day, parisDay } from '../kit/paris';
import { takeNumber } from '../numbers/document-numbers';
import { insertPayment } from '../settlement/book';
import { Payment, type PaymentKind } from '../settlement/settlement.entities';
import { AllotmentBook, type AskedPart } from './allotment-book.service';
import { balanceOf } from './balances';
import { findPayment, reversalOf } from './find-payment';
import { demandOffered } from './means-in-force';
import { type Owner, ownerColumns } from './owner';
import type { Means } from './payment-means.entity';
import { paymentPayload } from './payment-payload';

/** Money that moved, as a person or a bank says. */
export interface MoneyMoved {
  readonly owner: Owner;
  /** More than 0, also for a refund. */
  readonly cents: number;
  readonly paidOn: Day;
  readonly means: Means;
  readonly payer: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly labId?: LabId | null;
  /** A repetition with the same key books nothing twice. */
  readonly key: string | null;
}

export interface Booked {
  readonly payment: Payment;
  /** False for a repetition. */
  readonly isNew: boolean;
}

/**
 * The only writer of payments, in the caller's unit of work. `by` is null for the service itself. Every entry gets its
 * number and its link in the chain, and is never changed: a wrong one is undone by its opposite.
 */
@Injectable()
export class PaymentBook {
  constructor(
    private readonly links: MoneyLinks,
    private readonly allotments: AllotmentBook,
  ) {}

  /**
   * Records money that came in, and what it settles.
   * @throws Fault PAYMENT.IN_FUTURE, PAYMENT.MEANS_UNKNOWN, BILLING.DATE_BEFORE_LAST, and those of `allot`
   */
  async record(
    unit: Unit,
    by: AccountId | null,
    moved: MoneyMoved,
    parts: readonly AskedPart[] = [],
  ): Promise<Booked> {
    const booked = await this.book(unit, by, 'payment', moved);
    if (booked.isNew) await this.allotments.allot(unit, by, booked.payment.id, parts);
    return booked;
  }

  /**
   * Gives money back from what a client's account holds.
   * @throws Fault PAYMENT.ABOVE_BALANCE, and those of `record`
   */
  async refund(unit: Unit, by: AccountId | null, moved: MoneyMoved, reason: string): Promise<Booked> {
    await lockBooks(unit);
    const { manager } = unit;
    const isKnown = moved.key !== null && (await manager.existsBy(Payment, { key: moved.key }));
    // What a member's account holds is known to `money/member-accounts`.
    if (!isKnown && 'organisationId' in moved.owner) {
      const balance = await balanceOf(manager, moved.owner);
      if (balance < moved.cents)
        throw new Fault('PAYMENT.ABOVE_BALANCE', {
          balanceCents: balance,
          askedCents: moved.cents,
        });
    }
    return this.book(unit, by, 'refund', moved, reason);
  }

  /**
   * Writes the opposite entry, and takes back what the payment settled. A second call answers with the same entry.
   * @throws Fault REQUEST.NOT_FOUND, PAYMENT.IS_REVERSAL
   */
  async undo(unit: Unit, by: AccountId | null, id: PaymentId, reason: string): Promise<Payment> {
    await lockBooks(unit);
    const wrong = await findPayment(unit.manager, id);
    if (wrong.kind === 'reversal') throw new Fault('PAYMENT.IS_REVERSAL', { number: wrong.number });
    const earlier = await reversalOf(unit.manager, id);
    if (earlier) return earlier;
    await this.allotments.takeAllBack(unit, by, wrong, reason);
    const { means, payer, labId, organisationId, memberId } = wrong;
    return this.write(unit, by, {
      ...{ kind: 'reversal', means, payer, labId, organisationId, memberId, reason },
      ...{ cents: -wrong.cents, paidOn: parisDay(unit.now), undoesId: id },
      ...{ reference: null, note: null, key: null },
    });
  }

  private async book(
    unit: Unit,
    by: AccountId | null,
    kind: PaymentKind,
    moved: MoneyMoved,
    reason: string | null = null,
  ): Promise<Booked> {
    await lockBooks(unit);
    const { manager, now } = unit;
    const { owner, paidOn, means, payer, reference, note, labId = null, key } = moved;
    const earlier = key === null ? null : await manager.findOneBy(Payment, { key });
    if (earlier) return { payment: earlier, isNew: false };
    if (paidOn > parisDay(now)) throw new Fault('PAYMENT.IN_FUTURE', { day: paidOn, today: parisDay(now) });
    if (means !== 'account') await demandOffered(manager, means, paidOn);
    const cents = kind === 'refund' ? -moved.cents : moved.cents;
    const payment = await this.write(unit, by, {
      ...{ kind, ...ownerColumns(owner), cents, paidOn, means, payer, reference, note, labId, key },
      ...{ reason, undoesId: null },
    });
    return { payment, isNew: true };
  }

  private async write(unit: Unit, by: AccountId | null, entry: NewEntry): Promise<Payment> {
    const { day: bookedOn } = await lockBooks(unit);
    const { number } = await takeNumber(unit, 'payment');
    const payment: Payment = {
      ...{ id: newId<PaymentId>(), number, bookedOn, ...entry },
      ...{ createdBy: by, at: unit.now, salt: randomBytes(32).toString('hex') },
    };
    await insertPayment(unit, payment);
    const undoes = entry.undoesId && (await findPayment(unit.manager, entry.undoesId)).number;
    await this.links.add(unit, paymentPayload(payment, { undoes }));
    const { kind, cents, means, paidOn, reason } = payment;
    const action = ACTIONS[kind];
    await audit(unit, {
      action,
      subject: ['payment', payment.id],
      after: { number, cents, means, paidOn, reason },
    });
    return payment;
  }
}

type NewEntry = Omit<Payment, 'id' | 'number' | 'bookedOn' | 'createdBy' | 'at' | 'salt' | 'foldedWords'>;

const ACTIONS = {
  payment: 'payment.recorded',
  refund: 'payment.refunded',
  reversal: 'payment.undone',
} as const;
