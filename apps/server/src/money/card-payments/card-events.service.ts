import { Injectable, Logger } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { SERVER_ACTOR } from '../../platform/kit/actor';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { BookCard } from './book-card.service';
import { CardPayment, type CardProblem } from './card-payment.entity';
import { claimCard } from './claim-card';
import type { CardEvent } from './provider/payment-provider';

const CURRENCY = 'EUR';

/** Applies what the provider says about checkouts. Messages may come repeatedly, late and in any order. */
@Injectable()
export class CardEvents {
  private readonly log = new Logger('CardPayments');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: BookCard,
  ) {}

  /**
   * Books what was paid, once. What differs from what was asked is noted for staff and not booked.
   * @throws Fault CARD.NOT_BOOKED when the books refuse it: it is noted, and the provider repeats its message
   */
  async apply(event: CardEvent): Promise<void> {
    try {
      await this.unitOfWork.run((unit) => this.applyIn(unit.as(SERVER_ACTOR), event));
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      await this.unitOfWork.run((unit) => this.noteRefusal(unit.as(SERVER_ACTOR), event, cause.code));
      throw new Fault('CARD.NOT_BOOKED', { reason: cause.code }, { cause });
    }
  }

  private async applyIn(unit: Unit, event: CardEvent): Promise<void> {
    const card = event.id === null ? null : await claimCard(unit, event.id);
    if (!card) {
      // Another shop may use the same account of the provider.
      this.log.warn(`a checkout that is not ours: ${event.providerId} ${event.state}`);
      return;
    }
    if (card.paymentId !== null || card.resolvedAt !== null) return;
    if (event.state === 'paid') await this.pay(unit, card, event);
    else if (card.state === 'open') await unit.manager.update(CardPayment, { id: card.id }, endOf(event));
  }

  private async pay(unit: Unit, card: CardPayment, event: CardEvent): Promise<void> {
    const problem = problemOf(card, event);
    if (problem) return noteProblem(unit, card, event, problem, null);
    const { id: paymentId, number } = await this.books.book(unit, card, event);
    const booked = { ...paidOf(event), paymentId, problem: null, told: null };
    await unit.manager.update(CardPayment, { id: card.id }, booked);
    const subject = ['card-payment', card.id] as const;
    await audit(unit, { action: 'card-payment.booked', subject, after: { payment: number } });
  }

  private async noteRefusal(unit: Unit, event: CardEvent, code: string): Promise<void> {
    const card = event.id === null ? null : await claimCard(unit, event.id);
    if (!card || card.paymentId !== null || card.resolvedAt !== null) return;
    await noteProblem(unit, card, event, 'refused', code);
  }
}

const endOf = ({ state, providerId }: CardEvent) => ({ state, providerId });
const paidOf = ({ at, providerId }: CardEvent) => ({ state: 'paid' as const, paidAt: at, providerId });

/** Without a provider's id, its answer has not been stored yet: the message came first. */
function problemOf(card: CardPayment, event: CardEvent): CardProblem | null {
  if (card.providerId !== null && card.providerId !== event.providerId) return 'other-checkout';
  return event.cents === card.cents && event.currency === CURRENCY ? null : 'other-amount';
}

/** The same problem again is not noted again. */
async function noteProblem(
  unit: Unit,
  card: CardPayment,
  { providerId, cents, currency, at }: CardEvent,
  problem: CardProblem,
  code: string | null,
): Promise<void> {
  if (card.problem === problem && card.told?.providerId === providerId) return;
  const told = { providerId, cents, currency, code };
  await unit.manager.update(CardPayment, { id: card.id }, { state: 'paid', paidAt: at, problem, told });
  const subject = ['card-payment', card.id] as const;
  const after = { problem, cents, currency, code };
  await audit(unit, { action: 'card-payment.problem', subject, after });
}
