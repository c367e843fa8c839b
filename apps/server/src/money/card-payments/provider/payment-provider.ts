import type { IncomingHttpHeaders } from 'node:http';
import type { Instant, Language } from '@pandafab/shared';

/** A payment on the provider's own page: the person types the card's data there, never here. */
export interface Checkout {
  /** Ours. A second request with the same id makes no second checkout. */
  readonly id: string;
  /** Of euros, with tax. */
  readonly cents: number;
  /** What the person pays for, on the provider's page. */
  readonly description: string;
  /** Where the person returns to after paying. That address proves nothing: only the webhook does. */
  readonly successUrl: string;
  /** Where the person returns to without paying. */
  readonly cancelUrl: string;
  readonly language: Language;
}

export interface OpenedCheckout {
  readonly providerId: string;
  /** Of the hosted page. */
  readonly url: string;
}

/** What a signed message of the provider says about a checkout. */
export interface CardEvent {
  readonly providerId: string;
  /** The id that we gave the checkout; null for a checkout that is not ours. */
  readonly id: string | null;
  readonly cents: number;
  /** ISO 4217, such as EUR. */
  readonly currency: string;
  readonly state: 'paid' | 'failed' | 'expired';
  /** When it happened, as the provider says. */
  readonly at: Instant;
}

/** A service that takes card payments. */
export interface PaymentProvider {
  /** @throws Error when the provider does not answer, or refuses */
  createCheckout(checkout: Checkout): Promise<OpenedCheckout>;
  /**
   * Reads a message of the provider. Null: it says nothing about the end of a checkout.
   * @param body as it arrived: the signature is over its bytes
   * @throws Fault CARD.FORGED without a valid signature; CARD.EVENT_UNREADABLE
   */
  readEvent(body: Buffer, headers: IncomingHttpHeaders): CardEvent | null;
}

/** The provider of the settings; null: card payments are off. */
export const PAYMENT_PROVIDER = Symbol('PaymentProvider');
