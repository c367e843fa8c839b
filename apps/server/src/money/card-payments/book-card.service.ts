import { Injectable } from '@nestjs/common';
import type { DocumentId, MemberId } from '@pandafab/shared';
import { Organisation } from '../../people/organisations/organisation.entity';
import type { Unit } from '../../platform/persistence/unit';
import { lockBooks } from '../chain/lock-books';
import { parisDay } from '../kit/paris';
import { AccountMoney } from '../member-accounts/account-money.service';
import { findPayable } from '../payments/payable';
import { PaymentBook } from '../payments/payment-book.service';
import type { Payment } from '../settlement/settlement.entities';
import type { CardPayment } from './card-payment.entity';
import type { CardEvent } from './provider/payment-provider';

type Card = Pick<CardPayment, 'id' | 'memberId' | 'documentId' | 'cents'>;

/** Books what was paid by card, in the caller's unit of work. */
@Injectable()
export class BookCard {
  constructor(
    private readonly payments: PaymentBook,
    private readonly accounts: AccountMoney,
  ) {}

  /** A second call for the same card payment books nothing. @throws Fault those of `PaymentBook.record` */
  async book(unit: Unit, card: Card, event: CardEvent): Promise<Payment> {
    const moved = movedOf(unit, card, event);
    const { payment } =
      card.memberId === null
        ? await this.payDocument(unit, card.documentId as DocumentId, moved)
        : await this.accounts.topUp(unit, null, card.memberId as MemberId, { ...moved, payer: null });
    return payment;
  }

  /** What is no longer open of the document stays on the client's account. */
  private async payDocument(unit: Unit, documentId: DocumentId, moved: ReturnType<typeof movedOf>) {
    // Locked first, so that what is open now is still open when it is allotted.
    await lockBooks(unit);
    const { organisationId, openCents } = await findPayable(unit.manager, documentId);
    const { name: payer } = await unit.manager.findOneByOrFail(Organisation, { id: organisationId });
    const cents = Math.min(openCents, moved.cents);
    const parts = cents > 0 ? [{ documentId, cents }] : [];
    return this.payments.record(unit, null, { ...moved, payer, owner: { organisationId } }, parts);
  }
}

/** The provider's clock may be before or after ours: the day is today at the latest. */
function movedOf({ now }: Unit, { id, cents }: Card, { providerId, at }: CardEvent) {
  const paidOn = parisDay(Math.min(at, now));
  const key = `card:${id}`;
  return { cents, paidOn, means: 'card' as const, reference: providerId.slice(0, 140), note: null, key };
}
