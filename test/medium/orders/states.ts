import type { BillingWorld } from '../fixtures/billing-world';
import { OrderClient, typed } from '../fixtures/order-client';
import { describeOnSharedBilling } from '../fixtures/shared-billing';

describeOnSharedBilling('the states of a client order', (shared) => {
  let world: BillingWorld;
  let orders: OrderClient;

  beforeAll(async () => {
    ({ world } = await shared());
    orders = new OrderClient(world, await world.organisation());
    await world.publishTariff();
    await world.recordSeller();
  });

  it('lead from preparing to delivered, and name the next steps', async () => {
    const id = await orders.make();
    expect(await orders.read(id)).toMatchObject({
      state: 'preparing',
      events: ['confirm', 'start', 'deliver', 'cancel'],
      ...{ acceptsLines: true, acceptsPrints: true },
    });
    expect((await orders.record(id, 'confirm')).body).toMatchObject({ state: 'confirmed' });
    expect((await orders.record(id, 'start')).body).toMatchObject({ state: 'in-progress' });
    expect((await orders.record(id, 'deliver')).body).toMatchObject({
      state: 'delivered',
      events: ['reopen', 'cancel'],
      ...{ acceptsLines: true, acceptsPrints: false },
    });
    expect((await orders.record(id, 'reopen')).body.state).toBe('in-progress');
  });

  it('refuse a step that the state does not have, and the step to invoiced', async () => {
    const id = await orders.make();
    expect(await orders.record(id, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'PRESTATION.EVENT_REFUSED' },
    });
    expect((await orders.record(id, 'invoice')).status).toBe(400);
    await orders.record(id, 'cancel');
    expect((await orders.record(id, 'start')).body.code).toBe('PRESTATION.EVENT_REFUSED');
    expect((await orders.saveLines(id, 0, [typed()])).body.code).toBe('PRESTATION.CANCELLED');
    expect((await orders.change(id, { title: 'X' })).body.code).toBe('PRESTATION.CANCELLED');
    expect((await orders.change(id, { notes: 'Client parti' })).status).toBe(200);
  });

  it('keep an invoiced order as it is while its invoice is not credited', async () => {
    const id = await orders.make();
    await orders.saveLines(id, 0, [typed()]);
    await world.issue(id);
    expect(await orders.read(id)).toMatchObject({ state: 'invoiced', leftToInvoiceCents: 0 });
    expect((await orders.record(id, 'reopen')).body.code).toBe('PRESTATION.UNCREDITED');
    expect((await orders.record(id, 'cancel')).body.code).toBe('PRESTATION.EVENT_REFUSED');
    expect((await orders.saveLines(id, 1, [])).body.code).toBe('BILLING.ALREADY_INVOICED');
    const deliverTo = { addressLine: '1 quai', postcode: '21000', city: 'Dijon', countryCode: 'FR' };
    for (const change of [{ purchaseOrder: 'X' }, { deliverTo }, { title: 'Y' }])
      expect((await orders.change(id, change)).body.code).toBe('BILLING.ALREADY_INVOICED');
  });

  it('offer prints for open orders only', async () => {
    const [waiting, delivered] = [await orders.make(), await orders.make()];
    await orders.record(delivered, 'deliver');
    const { body } = await world.ask<{ items: { id: string }[] }>('GET', '/prestations/open');
    const ids = body.items.map(({ id }) => id);
    expect(ids).toContain(waiting);
    expect(ids).not.toContain(delivered);
  });

  it('charge a print that ends after the delivery, but none that an agreed price covers', async () => {
    const [delivered, agreed] = [await orders.make(), await orders.make({ printsCharged: false })];
    await orders.record(delivered, 'deliver');
    const memberId = await world.member('non-resident');
    for (const prestationId of [delivered, agreed]) await world.print({ memberId, prestationId });
    expect(await orders.read(delivered)).toMatchObject({ netCents: 328, lines: [{ kind: 'print' }] });
    expect(await orders.read(agreed)).toMatchObject({ netCents: 0, lines: [] });
  });

  it('are recorded in the audit trail', async () => {
    const id = await orders.make();
    await orders.record(id, 'start');
    const administrator = await world.server.accountWith('administrator');
    const { body } = await administrator.client.get<{ items: object[] }>(
      `/api/v1/audit?subjectKind=prestation&subjectId=${id}`,
    );
    expect(body.items).toMatchObject([
      {
        action: 'prestation.started',
        before: { state: 'preparing' },
        after: { state: 'in-progress' },
      },
      { action: 'prestation.opened' },
    ]);
  });
});
