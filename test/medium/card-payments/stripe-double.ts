import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A session as Stripe's API makes it (docs.stripe.com/api/checkout/sessions/object), with the fields that count here. */
export interface Session {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly url: string;
  readonly client_reference_id: string | null;
  readonly amount_total: number;
  readonly currency: string;
  readonly payment_status: 'paid' | 'unpaid';
}

/** A double of Stripe's HTTP API on loopback. */
export class StripeDouble {
  readonly webhookSecret = 'whsec_double';
  /** The form of each request for a session. */
  readonly asked: URLSearchParams[] = [];
  readonly sessions: Session[] = [];
  isDown = false;
  /** Awaited before a request is answered: a message may be faster than the answer. */
  beforeAnswer: (session: Session) => Promise<void> = async () => {};
  private readonly byKey = new Map<string, Session>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<StripeDouble> {
    const server = createServer();
    const double = new StripeDouble(server);
    server.on('request', (request, response) => {
      void double.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', 'stripe-should-retry': 'false' });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return double;
  }

  get env(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return {
      PANDAFAB_STRIPE_SECRET_KEY: 'sk_test_double',
      PANDAFAB_STRIPE_WEBHOOK_SECRET: this.webhookSecret,
      PANDAFAB_STRIPE_URL: `http://127.0.0.1:${port}`,
    };
  }

  get last(): Session {
    const session = this.sessions.at(-1);
    if (!session) throw new Error('no session was made');
    return session;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const form = new URLSearchParams(await text(request));
    const isKnown = request.headers.authorization === 'Bearer sk_test_double';
    if (!isKnown) return { status: 401, body: { error: { type: 'invalid_request_error', message: 'key' } } };
    if (request.method !== 'POST' || request.url !== '/v1/checkout/sessions')
      return { status: 404, body: { error: { type: 'invalid_request_error', message: 'no such route' } } };
    if (this.isDown) return { status: 503, body: { error: { type: 'api_error', message: 'down' } } };
    const key = String(request.headers['idempotency-key']);
    const session = this.byKey.get(key) ?? this.sessionOf(form);
    this.byKey.set(key, session);
    await this.beforeAnswer(session);
    return { status: 200, body: session };
  }

  private sessionOf(form: URLSearchParams): Session {
    const id = `cs_test_${this.sessions.length + 1}`;
    const session: Session = {
      ...{ id, object: 'checkout.session', url: `https://checkout.stripe.example/c/pay/${id}` },
      client_reference_id: form.get('client_reference_id'),
      amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? '',
      payment_status: 'unpaid',
    };
    this.asked.push(form);
    this.sessions.push(session);
    return session;
  }
}

/** The header with which Stripe signs a message (docs.stripe.com/webhooks#verify-manually). `now` in milliseconds. */
export function signed(payload: string, secret: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex');
  return `t=${seconds},v1=${signature}`;
}
