import { type DocumentId, newId } from '@pandafab/shared';
import { describeOnBothDatabases, type TestAccount } from '@pandafab/testing';
import { features } from '../../../apps/server/src/app/features';
import { CardPayment } from '../../../apps/server/src/money/card-payments/card-payment.entity';
import { CardCheckouts } from '../../../apps/server/src/money/card-payments/checkouts.service';
import { chainedOf } from '../../../apps/server/src/money/chain/chained-record';
import { HeadLogWriter } from '../../../apps/server/src/money/chain/head-log-writer';
import { verifyChain } from '../../../apps/server/src/money/chain/verify/verify-chain';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { BillingWorld } from '../fixtures/billing-world';
import { newShareLink } from '../fixtures/quoted-order';
import { type Session, StripeDouble, signed } from './stripe-double';

interface Own {
  readonly isOffered: boolean;
  readonly items: { readonly id: string; readonly state: string; readonly isBooked: boolean }[];
}
interface Listed {
  readonly total: number;
  readonly items: { readonly id: string; readonly problem: string | null; readonly told: object | null }[];
}

const OWN = '/api/v1/me/account/card-payments';
const WEBHOOK = '/api/v1/card-payments/webhook';

describeOnBothDatabases('payments by card', (open) => {
  let stripe: StripeDouble;
  let world: BillingWorld;
  let maker: TestAccount;

  beforeAll(async () => {
    stripe = await StripeDouble.start();
    world = await BillingWorld.open(await open(), stripe.env);
    await world.publishTariff();
    await world.recordSeller();
  });
  // Each test has a member of its own, so that accounts start empty.
  beforeEach(async () => {
    maker = await world.server.accountWith('maker');
  });
  afterAll(async () => {
    await world.server.stop();
    await stripe.stop();
  });

  const eventOf = (type: string, session: Partial<Session>, change: object = {}) =>
    JSON.stringify({
      ...{ id: `evt_${newId()}`, object: 'event', created: Math.floor(world.date.now / 1000) },
      ...{ type: `checkout.session.${type}`, data: { object: { ...stripe.last, ...session, ...change } } },
    });
  const deliver = (payload: string, headers: Record<string, string> = {}) =>
    fetch(world.server.url + WEBHOOK, {
      ...{ method: 'POST', body: payload },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signed(payload, stripe.webhookSecret, world.date.now),
        ...headers,
      },
    }).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
  const paid = (session: Session, change: object = {}) =>
    deliver(eventOf('completed', session, { payment_status: 'paid', ...change }));
  const expired = (session: Session) => deliver(eventOf('expired', session));

  const start = (cents = 2_000) =>
    maker.client.post<{ id: string; url: string; code?: string; detail?: string; title?: string }>(OWN, {
      cents,
    });
  const own = async () => (await maker.client.get<Own>(OWN)).body.items;
  const balance = async () =>
    (await maker.client.get<{ balanceCents: number }>('/api/v1/me/account')).body.balanceCents;
  const payments = async () => (await world.ask<{ total: number }>('GET', '/payments')).body.total;
  const listed = async (query = '') => (await world.ask<Listed>('GET', `/card-payments${query}`)).body;
  const row = (id: string) =>
    world.server.app
      .get(ReadDatabase)
      .of(CardPayment)
      .findOneByOrFail({ id: id as never });
  const page = async (path: string) => {
    const asked = { headers: { accept: 'text/html', 'accept-language': 'fr' } };
    const { text, headers } = await world.server.anonymous().get(path, asked);
    return { text: text.replace(/\s/g, ' '), headers };
  };
  const verify = () =>
    verifyChain({
      manager: world.server.app.get(ReadDatabase).manager,
      log: world.server.app.get(HeadLogWriter).log,
      records: chainedOf(features),
      patienceMs: 2000,
    });

  /** An issued invoice of 100.00 €, its client, and the client's page. */
  async function invoiced() {
    const client = await world.organisation();
    const order = await world.prestation(client);
    await world.addLine(order, { quantity: '1', unitPrice: '100' });
    const { id, number } = (await world.issue(order)).body;
    const { path } = await newShareLink(world, order);
    const pay = () =>
      world.server.anonymous().post(`${path}/pay`, new URLSearchParams({ number }), {
        headers: { accept: 'text/html', 'accept-language': 'fr' },
      });
    const open = async () =>
      (await world.ask<{ openCents: number; balanceCents: number }>('GET', `/documents/${id}/payments`)).body;
    return { client, id, path, pay, open };
  }

  it('top an account up once, in whatever order the messages come', async () => {
    const { status, body } = await start();
    expect([status, body.url]).toEqual([201, stripe.last.url]);
    expect(stripe.last).toMatchObject({ client_reference_id: body.id, amount_total: 2_000, currency: 'eur' });
    const form = stripe.asked.at(-1);
    expect(form?.get('success_url')).toBe(`${world.server.url}/balance?card=${body.id}`);
    expect(form?.get('payment_method_types[0]')).toBe('card');
    expect(await own()).toMatchObject([{ id: body.id, state: 'open', isBooked: false }]);
    const session = stripe.last;
    expect((await expired(session)).status).toBe(204);
    expect(await own()).toMatchObject([{ state: 'expired' }]);
    const answers = await Promise.all([paid(session), paid(session), paid(session)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    await expired(session);
    expect(await own()).toMatchObject([{ state: 'paid', isBooked: true }]);
    expect(await balance()).toBe(2_000);
    const { paymentId } = await row(body.id);
    expect((await world.ask('GET', `/payments/${paymentId}`)).body).toMatchObject({
      ...{ means: 'card', cents: 2_000, memberId: maker.memberId, reference: session.id },
    });
    for (const cents of [499, 50_001, 0, -2_000, 1_000.5]) expect((await start(cents)).status).toBe(400);
    expect((await verify()).problem).toBeNull();
  });

  it('are not confirmed by a message that the provider did not sign', async () => {
    const before = await payments();
    await start();
    const payload = eventOf('completed', stripe.last, { payment_status: 'paid' });
    const forgeries: Record<string, string>[] = [
      { 'stripe-signature': signed(payload, 'whsec_other', world.date.now) },
      { 'stripe-signature': signed(payload.replace('2000', '2001'), stripe.webhookSecret, world.date.now) },
      { 'stripe-signature': signed(payload, stripe.webhookSecret, world.date.now - 3_600_000) },
      { 'stripe-signature': '' },
    ];
    for (const headers of forgeries) {
      const answer = await deliver(payload, headers);
      expect([answer.status, answer.text.includes('CARD.FORGED')]).toEqual([400, true]);
    }
    expect((await deliver('{"type":')).status).toBe(400);
    const unreadable = await deliver(eventOf('completed', stripe.last, { amount_total: '2000' }));
    expect([unreadable.status, unreadable.text.includes('CARD.EVENT_UNREADABLE')]).toEqual([400, true]);
    // Signed, and about nothing of ours: taken, and nothing changes.
    for (const other of [
      eventOf('completed', stripe.last),
      eventOf('created', stripe.last),
      eventOf('completed', stripe.last, { payment_status: 'paid', client_reference_id: newId() }),
      eventOf('completed', stripe.last, { payment_status: 'paid', client_reference_id: 'order 7' }),
    ])
      expect((await deliver(other)).status).toBe(204);
    expect(await own()).toMatchObject([{ state: 'open', isBooked: false }]);
    expect(await payments()).toBe(before);
  });

  it('pay an invoice on the client’s page, which waits for the message', async () => {
    const { id, path, pay, open } = await invoiced();
    expect((await page(path)).text).toContain('Payer 100,00 € par carte');
    const going = await pay();
    expect([going.status, going.headers.get('refresh')]).toEqual([200, `0; url=${stripe.last.url}`]);
    expect(going.text).toContain(stripe.last.url);
    const back = new URL(stripe.asked.at(-1)?.get('success_url') ?? '');
    const address = back.pathname + back.search;
    const waiting = await page(address);
    expect([waiting.text.includes('Nous attendons'), waiting.headers.get('refresh')]).toEqual([true, '5']);
    expect(waiting.text).not.toContain('Payer 100,00');
    expect((await paid(stripe.last)).status).toBe(204);
    expect(await open()).toMatchObject({ openCents: 0, balanceCents: 0 });
    const { text, headers } = await page(address);
    expect([text.includes('Merci ! Nous avons reçu'), headers.get('refresh')]).toEqual([true, null]);
    expect(text).not.toContain('par carte');
    const refused = await pay();
    expect([refused.status, refused.text.includes('Payez par virement.')]).toEqual([409, true]);
    // A card payment is told on the page of its own order only.
    const other = await invoiced();
    expect((await page(other.path + back.search)).text).not.toContain('Merci');
    const cards = await listed();
    expect(cards.items[0]).toMatchObject({ document: { id }, isBooked: true, problem: null });
  });

  it('that come after the invoice was paid otherwise stay on the client’s account', async () => {
    const { client, id, pay, open } = await invoiced();
    await pay();
    await world.ask('POST', '/payments', {
      ...{ organisationId: client, cents: 4_000, paidOn: '2026-11-23', means: 'transfer' },
      allotments: [{ documentId: id, cents: 4_000 }],
    });
    const session = stripe.last;
    await paid(session);
    expect(await open()).toMatchObject({ openCents: 0, balanceCents: 4_000 });
    await paid(session);
    expect(await open()).toMatchObject({ openCents: 0, balanceCents: 4_000 });
    // Nothing is open any more: a second person begins no other payment.
    const again = world.server.app
      .get(CardCheckouts)
      .payDocument(id as DocumentId, { success: () => '', cancel: '' }, 'fr');
    await expect(again).rejects.toMatchObject({ code: 'CARD.AMOUNT_UNFIT' });
  });

  it('of another amount, currency or checkout are not booked, and shown to staff', async () => {
    const before = await payments();
    const wrongs: [object, string][] = [
      [{ amount_total: 1_999 }, 'other-amount'],
      [{ currency: 'usd' }, 'other-amount'],
      [{ id: 'cs_test_another' }, 'other-checkout'],
    ];
    const { total } = await listed('?problems=true');
    for (const [change, problem] of wrongs) {
      await start();
      const session = stripe.last;
      for (const _ of [1, 2]) expect((await paid(session, change)).status).toBe(204);
      expect((await listed('?problems=true')).items[0]).toMatchObject({ problem, cents: 2_000 });
    }
    const { items, total: after } = await listed('?problems=true');
    expect([after - total, await payments(), await balance()]).toEqual([3, before, 0]);
    expect(items[1]?.told).toMatchObject({ cents: 2_000, currency: 'USD' });
    const resolve = () =>
      world.ask<{ resolution?: string; code?: string }>('POST', `/card-payments/${items[0]?.id}/resolve`, {
        resolution: 'Remboursé chez le prestataire',
      });
    expect((await resolve()).body.resolution).toBe('Remboursé chez le prestataire');
    expect((await resolve()).body.code).toBe('CARD.NO_PROBLEM');
    // Nothing is booked afterwards, also if the right message comes.
    expect((await paid(stripe.last)).status).toBe(204);
    expect([(await listed('?problems=true')).total, await payments()]).toEqual([total + 2, before]);
  });

  it('are booked when the provider repeats a message that the books refused', async () => {
    const offer = (isOffered: boolean) =>
      world.ask('PUT', '/settings/payment-means', {
        ...{ code: 'card', nameFr: 'Carte', nameEn: 'Card', account: '511500', isOffered },
      });
    const { body } = await start();
    await offer(false);
    const refused = await paid(stripe.last);
    expect([refused.status, refused.text.includes('CARD.NOT_BOOKED')]).toEqual([503, true]);
    expect(await row(body.id)).toMatchObject({
      ...{ state: 'paid', paymentId: null, problem: 'refused', told: { code: 'PAYMENT.MEANS_UNKNOWN' } },
    });
    await offer(true);
    expect((await paid(stripe.last)).status).toBe(204);
    expect(await row(body.id)).toMatchObject({ problem: null, told: null });
    expect(await balance()).toBe(2_000);
  });

  it('are booked when the message is faster than the answer of the provider', async () => {
    const answers: number[] = [];
    stripe.beforeAnswer = async (session) => void answers.push((await paid(session)).status);
    const { status, body } = await start();
    stripe.beforeAnswer = async () => {};
    expect([status, answers]).toEqual([201, [204]]);
    expect(await row(body.id)).toMatchObject({ state: 'paid', providerId: stripe.last.id });
    expect(await balance()).toBe(2_000);
  });

  it('leave nothing half done while the provider is down', async () => {
    const before = stripe.sessions.length;
    stripe.isDown = true;
    const { status, body } = await start();
    const { pay, open } = await invoiced();
    const refused = await pay();
    stripe.isDown = false;
    expect([status, body.code]).toEqual([503, 'CARD.UNAVAILABLE']);
    expect(body.title).toContain('Nothing was paid');
    expect([refused.status, refused.text.includes('ne répond pas')]).toEqual([503, true]);
    expect(await own()).toMatchObject([{ state: 'failed', isBooked: false }]);
    expect([stripe.sessions.length, (await open()).openCents]).toEqual([before, 10_000]);
  });
});
