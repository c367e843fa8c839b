import { Fault } from '@pandafab/shared';
import { z } from 'zod';
import type { CardEvent } from './payment-provider';

/** The events that end a Checkout session (docs.stripe.com/payments/checkout/fulfillment). */
const STATES = {
  'checkout.session.completed': 'paid',
  'checkout.session.async_payment_succeeded': 'paid',
  'checkout.session.async_payment_failed': 'failed',
  'checkout.session.expired': 'expired',
} as const;

const sessionSchema = z.object({
  id: z.string().min(1).max(255),
  client_reference_id: z.uuid().nullish().catch(null),
  amount_total: z.number().int().nonnegative(),
  currency: z.string().regex(/^[a-z]{3}$/i),
  payment_status: z.string(),
});

const isEnd = (type: string): type is keyof typeof STATES => Object.hasOwn(STATES, type);

/**
 * The end of a checkout; null for any other event, also for a session that is complete and not paid yet.
 * @throws Fault CARD.EVENT_UNREADABLE
 */
export function cardEventOf(event: {
  readonly type: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly data: { readonly object: unknown };
}): CardEvent | null {
  if (!isEnd(event.type)) return null;
  const read = sessionSchema.safeParse(event.data.object);
  if (!read.success || !Number.isSafeInteger(event.created)) throw new Fault('CARD.EVENT_UNREADABLE');
  const { id: providerId, client_reference_id: id = null, amount_total: cents, currency } = read.data;
  const state = STATES[event.type];
  if (state === 'paid' && read.data.payment_status !== 'paid') return null;
  return { providerId, id, cents, currency: currency.toUpperCase(), state, at: event.created * 1000 };
}
