import { describeOnBothDatabases } from '@pandafab/testing';
import { BillingWorld } from '../fixtures/billing-world';
import { OrderClient, typed } from '../fixtures/order-client';

interface Price {
  readonly unitPrice: string;
  readonly grossCents: number;
}
interface Found {
  readonly tax: { readonly categoryCode: string; readonly rateBasisPoints: number };
  readonly exact: Price | null;
  readonly below: Price | null;
  readonly above: Price | null;
}

describeOnBothDatabases('the price of a line for an amount with tax', (open) => {
  let world: BillingWorld;
  let orders: OrderClient;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    await world.recordSeller();
    orders = new OrderClient(world, await world.organisation());
  });
  afterAll(() => world.server.stop());

  const ask = (id: string, body: object) =>
    world.ask<Found>('POST', `/prestations/${id}/price-with-tax`, { quantity: '3', ...body });

  it('leads to a document with exactly this amount', async () => {
    const id = await orders.make();
    const discounts = [{ kind: 'percent', percent: '10', label: '' }];
    const { status, body } = await ask(id, { grossCents: 12_000, discounts, activity: 'printing' });
    expect([status, body]).toMatchObject([
      200,
      { tax: { rateBasisPoints: 2000 }, exact: { unitPrice: '37.037' }, below: null, above: null },
    ]);
    const line = typed({ quantity: '3', unitPrice: body.exact?.unitPrice, discounts, activity: 'printing' });
    await orders.saveLines(id, 0, [line]);
    const { body: quote } = await world.document(id, 'quote');
    expect(quote).toMatchObject({ netCents: 10_000, vatCents: 2_000, grossCents: 12_000 });
  });

  it('is that of the nearest amounts where there is none', async () => {
    const { body } = await ask(await orders.make(), { grossCents: 999, activity: 'printing' });
    expect(body).toMatchObject({ exact: null, below: { grossCents: 998 }, above: { grossCents: 1_000 } });
  });

  it('has the VAT of the activity, and of prints where the line has none', async () => {
    const id = await orders.make();
    const { body: training } = await ask(id, { grossCents: 999, activity: 'training' });
    expect(training).toMatchObject({ tax: { categoryCode: 'E' }, exact: { unitPrice: '3.33' } });
    const { body: prints } = await ask(id, { grossCents: 1_200 });
    expect(prints).toMatchObject({ tax: { categoryCode: 'S' }, exact: { grossCents: 1_200 } });
    const { body: unknown } = await ask(id, { grossCents: 999, activity: 'sculpture' });
    expect(unknown).toMatchObject({ code: 'BILLING.ACTIVITY_NOT_TAXED' });
  });

  it('is asked for with an amount above nothing', async () => {
    const { status } = await ask(await orders.make(), { grossCents: 0, activity: 'printing' });
    expect(status).toBe(400);
  });
});
