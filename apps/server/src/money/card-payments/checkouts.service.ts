import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  type AccountId,
  type CardPaymentId,
  type DocumentId,
  Fault,
  inLanguage,
  type Language,
  type MemberId,
  newId,
} from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { findPayable } from '../payments/payable';
import { canBePaidByCard } from './card-amounts';
import { CardPayment } from './card-payment.entity';
import { type Checkout, PAYMENT_PROVIDER, type PaymentProvider } from './provider/payment-provider';

/** Where the provider sends the person back to. */
export interface ReturnUrls {
  readonly success: (id: CardPaymentId) => string;
  readonly cancel: string;
}

export interface StartedPayment {
  readonly id: CardPaymentId;
  /** Of the provider's page. */
  readonly url: string;
}

type Whose = Pick<CardPayment, 'memberId' | 'documentId' | 'createdBy' | 'cents'>;

const TOP_UP = { fr: 'Recharge de votre compte prépayé', en: 'Top-up of your prepaid account' };

/**
 * Starts card payments. The row is written before the provider is asked, so that a message about it can never come too
 * early; no unit of work is open meanwhile.
 */
@Injectable()
export class CardCheckouts {
  private readonly log = new Logger('CardPayments');

  constructor(
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider | null,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** False: the network takes no card payments. */
  get isOffered(): boolean {
    return this.provider !== null;
  }

  /** @throws Fault CARD.OFF, CARD.UNAVAILABLE */
  topUp(
    by: { readonly accountId: AccountId; readonly memberId: MemberId },
    cents: number,
    urls: ReturnUrls,
    language: Language,
  ): Promise<StartedPayment> {
    const whose = { memberId: by.memberId, documentId: null, createdBy: by.accountId, cents };
    return this.start(whose, inLanguage(TOP_UP, language), urls, language);
  }

  /**
   * What is open of an invoice or deposit.
   * @throws Fault CARD.OFF, CARD.AMOUNT_UNFIT, CARD.UNAVAILABLE, and those of `findPayable`
   */
  async payDocument(documentId: DocumentId, urls: ReturnUrls, language: Language): Promise<StartedPayment> {
    const { number, openCents } = await findPayable(this.database.manager, documentId);
    if (!canBePaidByCard(openCents))
      throw new Fault('CARD.AMOUNT_UNFIT', { number, openCents: Math.max(0, openCents) });
    const whose = { memberId: null, documentId, createdBy: null, cents: openCents };
    return this.start(whose, number, urls, language);
  }

  private async start(
    whose: Whose,
    description: string,
    { success, cancel }: ReturnUrls,
    language: Language,
  ): Promise<StartedPayment> {
    const { provider } = this;
    if (!provider) throw new Fault('CARD.OFF');
    const id = newId<CardPaymentId>();
    await this.unitOfWork.run((unit) => insertOpen(unit, id, whose));
    const { cents } = whose;
    const checkout = { id, cents, description, successUrl: success(id), cancelUrl: cancel, language };
    const { providerId, url } = await this.open(provider, checkout, id);
    await this.unitOfWork.run(({ manager }) => manager.update(CardPayment, { id }, { providerId }));
    return { id, url };
  }

  private async open(provider: PaymentProvider, checkout: Checkout, id: CardPaymentId) {
    try {
      return await provider.createCheckout(checkout);
    } catch (cause) {
      const { name, message } = cause as Error;
      this.log.warn(`no checkout for ${id}: ${name}: ${message}`);
      // If the provider made a checkout all the same, no person has the address of its page.
      await this.unitOfWork.run(({ manager }) =>
        manager.update(CardPayment, { id, state: 'open' }, { state: 'failed' }),
      );
      throw new Fault('CARD.UNAVAILABLE', {}, { cause });
    }
  }
}

async function insertOpen(unit: Unit, id: CardPaymentId, whose: Whose): Promise<void> {
  await unit.manager.insert(CardPayment, {
    ...{ id, ...whose, providerId: null, state: 'open', createdAt: unit.now, paidAt: null, paymentId: null },
    ...{ events: 0, problem: null, told: null, resolution: null, resolvedBy: null, resolvedAt: null },
  });
  const subject = ['card-payment', id] as const;
  await audit(unit, { action: 'card-payment.started', subject, after: { cents: whose.cents } });
}
