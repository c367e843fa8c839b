import type { BillingWorld } from '../fixtures/billing-world';
import { OrderClient, typed } from '../fixtures/order-client';
import { describeOnSharedBilling } from '../fixtures/shared-billing';

const video = [
  { name: 'Tournage', plannedOn: '2026-11-25', share: { kind: 'percent', percent: '40' } },
  { name: 'Montage', share: { kind: 'percent', percent: '60' } },
  { name: 'Remise' },
];

describeOnSharedBilling('the stages of a client order', (shared) => {
  let world: BillingWorld;
  let orders: OrderClient;

  beforeAll(async () => {
    ({ world } = await shared());
    orders = new OrderClient(world, await world.organisation());
  });

  it('are saved in their order, and show the progress in lists', async () => {
    const id = await orders.make({ title: 'Film de la saison' });
    const { body } = await orders.saveStages(id, 0, video);
    expect(body).toMatchObject({
      version: 1,
      stages: [
        { position: 1, name: 'Tournage', plannedOn: '2026-11-25', doneOn: null, isInvoiced: false },
        { name: 'Montage', share: { kind: 'percent', percent: '60' } },
        { name: 'Remise', share: null },
      ],
    });
    const [filmed, cut, delivered] = body.stages;
    const next = await orders.saveStages(id, 1, [
      { ...delivered, share: { kind: 'amount', cents: 5_000 } },
      { ...filmed, doneOn: '2026-11-26' },
    ]);
    expect(next.body.stages.map(({ name }) => name)).toEqual(['Remise', 'Tournage']);
    expect(next.body.stages.map((stage) => stage.id)).not.toContain(cut?.id);
    const list = await world.ask<{ items: object[] }>('GET', '/prestations?search=saison');
    expect(list.body.items).toMatchObject([{ stagesDone: 1, stagesTotal: 2 }]);
  });

  it('let lines belong to them, and free these when they are deleted', async () => {
    const id = await orders.make();
    const { body } = await orders.saveStages(id, 0, video);
    const stageId = body.stages[0]?.id;
    await orders.saveLines(id, 0, [typed({ stageId })]);
    expect((await orders.read(id)).lines).toMatchObject([{ stageId }]);
    await orders.saveStages(id, 1, []);
    expect((await orders.read(id)).lines).toMatchObject([{ stageId: null }]);
  });

  it('are not more than the whole, and not overwritten unseen', async () => {
    const id = await orders.make();
    const more = await orders.saveStages(id, 0, [
      ...video,
      { name: 'X', share: { kind: 'percent', percent: '0.01' } },
    ]);
    expect(more).toMatchObject({ status: 422, body: { code: 'PRESTATION.STAGES_EXCEED' } });
    await orders.saveStages(id, 0, video);
    expect(await orders.saveStages(id, 0, [])).toMatchObject({
      status: 409,
      body: { code: 'PRESTATION.CHANGED_MEANWHILE' },
    });
    const other = '0190b2f0-0000-7000-8000-000000000000';
    expect((await orders.saveStages(id, 1, [{ id: other, name: 'X' }])).body.code).toBe(
      'PRESTATION.STAGE_UNKNOWN',
    );
    expect((await orders.read(id)).stages).toHaveLength(3);
  });
});
