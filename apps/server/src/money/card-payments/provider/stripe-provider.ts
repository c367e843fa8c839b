import { type Clock, Fault } from '@pandafab/shared';
import type { StripeSettings } from '../../../platform/kit/config';
import type { PaymentProvider } from './payment-provider';
import { cardEventOf } from './stripe-events';

const TIMEOUT_MS = 10_000;
/** How old the time in a signature may be, as Stripe advises: Stripe signs each repetition with a new time. */
const TOLERANCE_S = 300;

/** Stripe Checkout: a page hosted by Stripe, and signed webhooks. The package is loaded only where it is used. */
export async function stripeProvider(settings: StripeSettings, clock: Clock): Promise<PaymentProvider> {
  const { default: Client } = await import('stripe');
  const stripe = new Client(settings.secretKey, {
    ...(settings.url === undefined ? {} : addressOf(settings.url)),
    ...{ timeout: TIMEOUT_MS, maxNetworkRetries: 1, telemetry: false },
  });
  return {
    async createCheckout({ id, cents, description, successUrl, cancelUrl, language }) {
      const session = await stripe.checkout.sessions.create(
        {
          ...{ mode: 'payment', payment_method_types: ['card'], client_reference_id: id, locale: language },
          ...{ success_url: successUrl, cancel_url: cancelUrl },
          line_items: [
            {
              quantity: 1,
              price_data: { currency: 'eur', unit_amount: cents, product_data: { name: description } },
            },
          ],
        },
        { idempotencyKey: id },
      );
      if (!session.url) throw new Error('Stripe gave no address of the page');
      return { providerId: session.id, url: session.url };
    },
    readEvent(body, headers) {
      const signature = headers['stripe-signature'] ?? '';
      const { webhookSecret } = settings;
      return cardEventOf(
        genuine(() =>
          stripe.webhooks.constructEvent(body, signature, webhookSecret, TOLERANCE_S, undefined, clock.now()),
        ),
      );
    },
  };
}

/** @throws Fault CARD.FORGED */
function genuine<Event>(verify: () => Event): Event {
  try {
    return verify();
  } catch (cause) {
    throw new Fault('CARD.FORGED', {}, { cause });
  }
}

function addressOf(address: string) {
  const { protocol, hostname, port } = new URL(address);
  const isPlain = protocol === 'http:';
  return {
    protocol: isPlain ? ('http' as const) : ('https' as const),
    host: hostname,
    port: port || (isPlain ? '80' : '443'),
  };
}
