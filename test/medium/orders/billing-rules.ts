import type { OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { BillingWorld, tariffRates } from '../fixtures/billing-world';

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
interface Version {
  number: number;
  inForceFrom: string;
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

  it('issues no invoice before the association’s identity is entered', async () => {
    const id = await world.prestation(client);
    await world.addLine(id);
    expect(await world.issue(id)).toMatchObject({ status: 409, body: { code: 'BILLING.SELLER_MISSING' } });
    await world.recordSeller({ inForceFrom: '2026-11-24' });
    expect((await world.issue(id)).body.code).toBe('BILLING.SELLER_MISSING');
    await world.recordSeller();
    expect((await world.issue(id)).body.number).toBe('FA-2026-000001');
  });

  it.each([
    ['999999999', '1000000', 1],
    ['999999999.9999', '10', 1],
  ])('refuses a line of %s × %s € for %i, and names the quantity', async (quantity, unitPrice, basis) => {
    const id = await world.prestation(client);
    const line = { label: 'X', quantity, unitPrice, basis, activity: 'training' };
    expect(await world.ask('POST', `/prestations/${id}/lines`, line)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'quantity' }] },
    });
  });

  it('refuses a line with which the total would be above a billion', async () => {
    const id = await world.prestation(client);
    const line = { label: 'X', quantity: '999', unitPrice: '1000000', activity: 'training' };
    expect((await world.ask('POST', `/prestations/${id}/lines`, line)).status).toBe(201);
    expect(await world.ask('POST', `/prestations/${id}/lines`, line)).toMatchObject({
      status: 422,
      body: { code: 'BILLING.AMOUNT_TOO_LARGE' },
    });
    const detail = await world.ask<{ netCents: number }>('GET', `/prestations/${id}`);
    expect(detail.body.netCents).toBe(99_900_000_000);
  });

  it.each([
    ['siret', '12345678200011'],
    ['siret', '73282932000074'],
    ['vatNumber', 'FR00123456782'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 188'],
    ['bic', 'AGRI'],
    ['rna', '212000000'],
  ])('refuses a seller with the %s %s, and names the field', async (path, value) => {
    expect(await world.recordSeller({ [path]: value })).toMatchObject({
      status: 400,
      body: { errors: [{ path }] },
    });
  });

  it('keeps each version of the seller, with its first day, and writes numbers as people read them', async () => {
    const numbers = { siret: '123 456 782 00010', iban: 'fr7630006000011234567890189' };
    await world.recordSeller({ ...numbers, inForceFrom: '2099-01-01' });
    const { body } = await world.ask<List<object>>('GET', '/settings/seller/versions');
    expect(body.items[0]).toMatchObject({
      ...{ inForceFrom: '2099-01-01', siret: '12345678200010' },
      iban: 'FR76 3000 6000 0112 3456 7890 189',
    });
    const current = await world.ask('GET', '/settings/seller');
    expect(current.body).toMatchObject({ inForceFrom: '2026-01-01' });
  });

  it('records a resident’s free print with its value, and makes no line of it', async () => {
    const memberId = await world.member('resident', world.date.now + DAY_MS);
    const runId = await world.print({ memberId });
    expect(await usage(runId)).toMatchObject({ category: 'resident', valueCents: 328, chargedCents: 0 });
  });

  it('shows makers what their own prints cost, but not those of others', async () => {
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

  it('says on a finished job what it used, and its price only to its maker and to accountants', async () => {
    const maker = await world.server.accountWith('maker');
    const manager = await world.server.accountWith('manager');
    await world.print({ memberId: maker.memberId });
    const usageFor = async ({ client: reader }: Pick<typeof maker, 'client'>) => {
      const { body } = await reader.get<List<{ usage: object }>>(`/api/v1/jobs?memberId=${maker.memberId}`);
      return body.items[0]?.usage;
    };
    const used = { seconds: 1_800, milligrams: 12_345 };
    const price = { valueCents: 328, chargedCents: 328 };
    expect(await usageFor(maker)).toEqual({ ...used, ...price });
    expect(await usageFor(world.billing)).toEqual({ ...used, ...price });
    expect(await usageFor(manager)).toEqual({ ...used, valueCents: null, chargedCents: null });
  });

  it('lists prestations with their clients and sums, and what is to be invoiced and was invoiced', async () => {
    interface Summary {
      toInvoice: { count: number; netCents: number };
      invoiced: { year: number; count: number; netCents: number };
    }
    const summary = async () => (await world.ask<Summary>('GET', '/prestations/summary')).body;
    const before = await summary();
    const [id, empty] = [await world.prestation(client), await world.prestation(client)];
    await world.addLine(id);
    await world.addLine(id);
    const list = (query: string) =>
      world.ask<List<{ id: string; netCents: number; clientName: string }>>('GET', `/prestations?${query}`);
    const { items } = (await list('search=lycee&state=preparing')).body;
    expect(items.find((each) => each.id === id)).toMatchObject({
      netCents: 22_500,
      clientName: 'Lycée Exemple',
    });
    expect(items.find((each) => each.id === empty)).toMatchObject({ netCents: 0 });
    const open = await summary();
    expect(open.toInvoice).toEqual({
      count: before.toInvoice.count + 1,
      netCents: before.toInvoice.netCents + 22_500,
    });
    await world.issue(id);
    const after = await summary();
    expect(after.toInvoice).toEqual(before.toInvoice);
    expect(after.invoiced.netCents - before.invoiced.netCents).toBe(22_500);
    expect((await list('search=lycee&state=invoiced')).body.items.map((each) => each.id)).toContain(id);
    const invoices = await world.ask<List<{ prestationId: string }>>(
      'GET',
      '/documents?search=lycee&sort=-number&limit=1',
    );
    expect(invoices.body.items).toMatchObject([{ prestationId: id }]);
  });

  it('charges a resident whose proof has expired', async () => {
    const memberId = await world.member('resident', world.date.now);
    const runId = await world.print({ memberId });
    expect(await usage(runId)).toMatchObject({ category: 'member', valueCents: 328, chargedCents: 328 });
  });

  it.each(['cancelled', 'failed', 'interrupted'] as const)('makes no charge for a %s run', async (state) => {
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

  it('refuses lines once it is invoiced; a print that ends later is still recorded', async () => {
    const prestationId = await world.prestation(client);
    await world.addLine(prestationId);
    expect((await world.issue(prestationId)).status).toBe(200);
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

  it('announces prices of a later day, which apply from that day on', async () => {
    const member = { ...tariffRates.categories.member, setUpFeeCents: 300 };
    const rates = { ...tariffRates, categories: { ...tariffRates.categories, member } };
    const later = { name: 'Tarif courant', rates, inForceFrom: '2026-12-01' };
    const published = await world.ask<{ id: string; version: Version }>('POST', '/tariffs', later);
    expect(published).toMatchObject({ status: 201, body: { version: { inForceFrom: '2026-12-01' } } });
    const memberId = await world.member('non-resident');
    expect((await usage(await world.print({ memberId })))?.valueCents).toBe(328);
    const { body } = await world.ask<List<Version>>('GET', `/tariffs/${published.body.id}/versions`);
    expect(body.items[0]).toMatchObject({ number: published.body.version.number, inForceFrom: '2026-12-01' });
    expect(body.total).toBe(published.body.version.number);
    const { now } = world.date;
    world.date.now = Date.parse('2026-12-01T08:00:00Z');
    expect((await usage(await world.print({ memberId })))?.valueCents).toBe(528);
    world.date.now = now;
  });

  it('refuses prices that begin before today, and a first version that begins later', async () => {
    const past = { name: 'Tarif courant', rates: tariffRates, inForceFrom: '2026-11-22' };
    expect(await world.ask('POST', '/tariffs', past)).toMatchObject({
      status: 422,
      body: { code: 'BILLING.TARIFF_DAY_PAST' },
    });
    const first = { name: 'Tarif futur', rates: tariffRates, inForceFrom: '2027-01-01' };
    expect((await world.ask<{ code: string }>('POST', '/tariffs', first)).body.code).toBe(
      'BILLING.TARIFF_FIRST_LATER',
    );
    expect((await world.ask<List<object>>('GET', '/tariffs')).body.total).toBe(1);
  });

  it('calculates the price of a print for every group, by a tariff or by prices that are not published', async () => {
    const print = { seconds: 1_800, materials: [{ material: 'PLA', milligrams: 12_345 }] };
    const calculated = (request: object) =>
      world.ask<{ items: { category: string; valueCents: number; chargedCents: number }[] }>(
        'POST',
        '/tariffs/calculation',
        { ...print, ...request },
      );
    const { body } = await calculated({});
    expect(body.items.map(({ category, chargedCents }) => [category, chargedCents])).toEqual([
      ['resident', 0],
      ['member', 328],
      ['student', 328],
      ['school', 328],
      ['organisation', 328],
    ]);
    expect(body.items[0]?.valueCents).toBe(328);
    const school = { ...tariffRates.categories.school, minimumCents: 1_000 };
    const rates = { ...tariffRates, categories: { ...tariffRates.categories, school } };
    expect((await calculated({ rates })).body.items[3]).toMatchObject({ chargedCents: 1_000 });
    const unknown = await calculated({ tariffId: '0190b2f0-0000-7000-8000-000000000000' });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'BILLING.TARIFF_UNKNOWN' } });
  });

  it('gives versions published at the same time their own numbers', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => world.publishTariff()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it.each([
    ['a quantity of nothing', { quantity: '0' }],
    ['a quantity with five decimals', { quantity: '1.00001' }],
    ['a price with seven decimals', { unitPrice: '10.1234567' }],
    ['a discount by a negative price', { unitPrice: '-1' }],
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

  it.each(['/prestations', '/documents', '/usage-records'])(
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
    expect((await other.get('/api/v1/documents')).status).toBe(403);
    expect(
      (await other.post(`/api/v1/prestations/${id}/documents`, { kind: 'invoice', request: {} })).status,
    ).toBe(403);
    expect((await other.get('/api/v1/settings/seller')).status).toBe(403);
  });
});
