import type { OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { BillingWorld, tariffRates } from './fixtures/billing-world';

interface List<Item> {
  items: Item[];
  total: number;
}
interface Usage {
  runId: string;
  category: string;
  valueCents: number | null;
  chargedCents: number | null;
}
const DAY_MS = 24 * 3_600_000;

describeOnBothDatabases('billing', (open) => {
  let world: BillingWorld;
  let client: OrganisationId;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    client = await world.organisation();
  });
  afterAll(() => world.server.stop());

  const usage = async (runId: string): Promise<Usage | undefined> => {
    const { body } = await world.ask<List<Usage>>('GET', '/usage-records');
    return body.items.find((record) => record.runId === runId);
  };

  it('loses no print made before the network had a tariff, and prices it with the first', async () => {
    const memberId = await world.member('non-resident');
    const prestationId = await world.prestation(client);
    const [own, theirs] = [await world.print({ memberId }), await world.print({ memberId, prestationId })];
    expect(await usage(own)).toMatchObject({ valueCents: null, chargedCents: null });
    expect((await world.issue(prestationId)).body.code).toBe('BILLING.NO_TARIFF');
    expect((await world.publishTariff()).status).toBe(201);
    expect(await usage(own)).toMatchObject({ valueCents: 328, chargedCents: 328 });
    const detail = await world.ask<{ lines: object[] }>('GET', `/prestations/${prestationId}`);
    const usageRecordId = expect.any(String);
    expect(detail.body.lines).toMatchObject([{ kind: 'print', netCents: 328, usageRecordId }]);
    expect((await usage(theirs))?.category).toBe('organisation');
  });

  it('issues nothing before the association has said who it is', async () => {
    const id = await world.prestation(client);
    await world.addLine(id);
    expect(await world.issue(id)).toMatchObject({ status: 409, body: { code: 'BILLING.SELLER_MISSING' } });
    await world.recordSeller({ inForceFrom: '2026-11-24' });
    expect((await world.issue(id)).body.code).toBe('BILLING.SELLER_MISSING');
    await world.recordSeller();
    expect((await world.issue(id)).body.number).toBe('FA-2026-000001');
  });

  it.each([
    ['999999999', 100_000_000, 1],
    ['999999999.9999', 1000, 1],
  ])(
    'takes no line of %s × %i cents for %i, and names the quantity',
    async (quantity, unitPriceCents, basis) => {
      const id = await world.prestation(client);
      const line = { label: 'X', quantity, unitPriceCents, basis, activity: 'training' };
      expect(await world.ask('POST', `/prestations/${id}/lines`, line)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'quantity' }] },
      });
    },
  );

  it('takes no line with which the whole would be beyond a billion', async () => {
    const id = await world.prestation(client);
    const line = { label: 'X', quantity: '999', unitPriceCents: 100_000_000, activity: 'training' };
    expect((await world.ask('POST', `/prestations/${id}/lines`, line)).status).toBe(201);
    expect(await world.ask('POST', `/prestations/${id}/lines`, line)).toMatchObject({
      status: 422,
      body: { code: 'BILLING.AMOUNT_TOO_LARGE' },
    });
    const detail = await world.ask<{ netCents: number }>('GET', `/prestations/${id}`);
    expect(detail.body.netCents).toBe(99_900_000_000);
  });

  it('records a resident’s free print with its value, and makes no line of it', async () => {
    const memberId = await world.member('resident', world.date.now + DAY_MS);
    const runId = await world.print({ memberId });
    expect(await usage(runId)).toMatchObject({ category: 'resident', valueCents: 328, chargedCents: 0 });
  });

  it('shows makers what their own prints cost, and nobody else’s', async () => {
    const maker = await world.server.accountWith('maker');
    const runId = await world.print({ memberId: maker.memberId });
    const mine = await maker.client.get<List<Usage>>('/api/v1/usage-records/mine');
    expect(mine.body).toMatchObject({ items: [{ runId }], total: 1 });
    const all = await world.ask<List<Usage>>('GET', `/usage-records?memberId=${maker.memberId}`);
    expect(all.body).toEqual(mine.body);
    const other = `/api/v1/usage-records/mine?memberId=${await world.member('non-resident')}`;
    expect((await maker.client.get<List<Usage>>(other)).body).toEqual(mine.body);
    expect((await maker.client.get('/api/v1/usage-records')).status).toBe(403);
  });

  it('charges a resident whose proof has expired', async () => {
    const memberId = await world.member('resident', world.date.now);
    const runId = await world.print({ memberId });
    expect(await usage(runId)).toMatchObject({ category: 'member', valueCents: 328, chargedCents: 328 });
  });

  it.each(['cancelled', 'failed', 'interrupted'] as const)('charges nobody for a %s run', async (state) => {
    expect(
      await usage(await world.print({ memberId: await world.member('non-resident'), state })),
    ).toBeUndefined();
  });

  it('refuses a zero-euro invoice', async () => {
    const id = await world.prestation(client);
    expect((await world.issue(id)).body.code).toBe('BILLING.NOTHING_TO_INVOICE');
  });

  it('waits for prints that are under way', async () => {
    const prestationId = await world.prestation(client);
    await world.addLine(prestationId);
    const memberId = await world.member('non-resident');
    await world.print({ memberId, prestationId, state: 'printing', jobState: 'running' });
    const { body } = await world.issue(prestationId);
    expect(body).toMatchObject({ code: 'BILLING.PRINTS_PENDING', params: { count: 1 } });
  });

  it('takes no line once it is invoiced; a print that ends later is recorded all the same', async () => {
    const prestationId = await world.prestation(client);
    await world.addLine(prestationId);
    expect((await world.issue(prestationId)).status).toBe(201);
    expect((await world.addLine(prestationId)).body.code).toBe('BILLING.ALREADY_INVOICED');
    const runId = await world.print({ memberId: await world.member('non-resident'), prestationId });
    expect(await usage(runId)).toMatchObject({ chargedCents: 328 });
    const detail = await world.ask<{ lines: object[] }>('GET', `/prestations/${prestationId}`);
    expect(detail.body.lines).toHaveLength(1);
  });

  it('prices with a new version from then on, and leaves what was priced', async () => {
    const memberId = await world.member('non-resident');
    const before = await world.print({ memberId });
    const member = { ...tariffRates.categories.member, setUpFeeCents: 200 };
    const rates = { ...tariffRates, categories: { ...tariffRates.categories, member } };
    const published = await world.ask('POST', '/tariffs', { name: 'Tarif courant', rates });
    expect(published.body).toMatchObject({ standard: true, version: { number: 2 } });
    const after = await world.print({ memberId });
    expect((await usage(before))?.valueCents).toBe(328);
    expect((await usage(after))?.valueCents).toBe(428);
    expect((await world.publishTariff()).body).toMatchObject({ version: { number: 3 } });
  });

  it('gives versions published at once their own numbers', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => world.publishTariff()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it.each([
    ['a quantity of nothing', { quantity: '0' }],
    ['a quantity with five decimals', { quantity: '1.00001' }],
    ['a price with a fraction of a cent', { unitPriceCents: 10.5 }],
    ['a discount by a negative price', { unitPriceCents: -100 }],
  ])('refuses %s', async (_what, change) => {
    const answer = await world.addLine(await world.prestation(client), change);
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
  });

  it('refuses a prestation for an organisation that is not there', async () => {
    const organisationId = '0190b2f0-0000-7000-8000-000000000000';
    const answer = await world.ask('POST', '/prestations', { organisationId, title: 'X' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'BILLING.ORGANISATION_UNKNOWN' } });
  });

  it('lists the tariffs and says how many there are', async () => {
    const { body } = await world.ask<List<{ name: string }>>('GET', '/tariffs');
    expect(body).toMatchObject({ items: [{ name: 'Tarif courant' }], total: 1 });
  });

  it.each(['/prestations', '/invoices', '/usage-records'])(
    'says with a part of %s how long the whole list is',
    async (path) => {
      const whole = (await world.ask<List<unknown>>('GET', `${path}?limit=200`)).body;
      expect(whole.total).toBe(whole.items.length);
      expect(whole.total).toBeGreaterThan(0);
      const part = (await world.ask<List<unknown>>('GET', `${path}?limit=1&offset=1`)).body;
      expect(part).toEqual({ items: whole.items.slice(1, 2), total: whole.total });
    },
  );

  it.each(['maker', 'manager'] as const)('shows a %s no invoice and lets them issue none', async (role) => {
    const { client: other } = await world.server.accountWith(role);
    const id = await world.prestation(client);
    expect((await other.get('/api/v1/invoices')).status).toBe(403);
    expect((await other.post(`/api/v1/prestations/${id}/invoice`)).status).toBe(403);
    expect((await other.get('/api/v1/settings/seller')).status).toBe(403);
  });
});
