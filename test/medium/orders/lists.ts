import { newId, type OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { BillingWorld } from '../fixtures/billing-world';
import { OrderClient, typed } from '../fixtures/order-client';

interface Listed {
  readonly title: string;
  readonly isLate: boolean;
  readonly responsibleName: string | null;
}
interface Column {
  readonly state: string;
  readonly count: number;
  readonly lateCount: number;
  readonly netCents: number;
  readonly items: readonly Listed[];
}

/** Today is 2026-11-23. */
describeOnBothDatabases('lists of client orders', (open) => {
  let world: BillingWorld;
  let orders: OrderClient;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    orders = new OrderClient(world, await world.organisation());
    const make = async (title: string, change: object, event?: string) => {
      const id = await orders.make({ title, ...change });
      if (event) await orders.record(id, event);
      return id;
    };
    await make('later', { endsOn: '2026-12-24' });
    const late = await make('late', { endsOn: '2026-11-22' });
    await make('latest', { endsOn: '2026-10-01', responsibleId: world.billing.accountId }, 'start');
    await make('today', { endsOn: '2026-11-23' });
    await make('some day', {});
    await make('delivered', { endsOn: '2026-10-01' }, 'deliver');
    await orders.saveLines(late, 0, [typed()]);
  });
  afterAll(() => world.server.stop());

  const list = async (query: string): Promise<readonly Listed[]> =>
    (await world.ask<{ items: Listed[] }>('GET', `/prestations?${query}`)).body.items;
  const titles = async (query: string) => (await list(query)).map(({ title }) => title);

  it('show the late ones first, and the others by their planned end', async () => {
    expect(await titles('sort=urgency')).toEqual([
      ...['latest', 'late', 'today', 'later', 'some day', 'delivered'],
    ]);
    expect((await list('sort=urgency')).map(({ isLate }) => isLate)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
  });

  it('are filtered by state, lateness and the person in charge', async () => {
    expect(await titles('late=true&sort=urgency')).toEqual(['latest', 'late']);
    expect(await titles('late=false&state=preparing&sort=urgency')).toEqual(['today', 'later', 'some day']);
    expect(await titles(`responsibleId=${world.billing.accountId}`)).toEqual(['latest']);
    expect(await titles(`labId=${newId()}`)).toEqual([]);
    expect(await titles(`organisationId=${newId<OrganisationId>()}`)).toEqual([]);
  });

  it('are sorted by planned end and by amount, one page after the other', async () => {
    expect(await titles('sort=endsOn')).toEqual([
      ...['latest', 'delivered', 'late', 'today', 'later', 'some day'],
    ]);
    expect((await titles('sort=-netCents'))[0]).toBe('late');
    for (const sort of ['endsOn', '-netCents', 'urgency']) {
      const whole = await titles(`sort=${sort}`);
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const path: string = `/prestations?sort=${sort}&limit=1${next && `&after=${next}`}`;
        const { body } = await world.ask<{ items: Listed[]; next: string | null }>('GET', path);
        seen.push(...body.items.map(({ title }) => title));
        ({ next } = body);
      }
      expect(seen).toEqual(whole);
    }
  });

  it('become a board with the count and sum of each state', async () => {
    const { body } = await world.ask<{ columns: Column[] }>('GET', '/prestations/board?limit=2');
    expect(
      body.columns.map(({ state, count, lateCount, netCents, items }) => [
        ...[state, count, lateCount, netCents],
        items.map(({ title }) => title),
      ]),
    ).toEqual([
      ['preparing', 4, 1, 11_250, ['late', 'today']],
      ['confirmed', 0, 0, 0, []],
      ['in-progress', 1, 1, 0, ['latest']],
      ['delivered', 1, 0, 0, ['delivered']],
      ['invoiced', 0, 0, 0, []],
      ['cancelled', 0, 0, 0, []],
    ]);
    const late = await world.ask<{ columns: Column[] }>('GET', '/prestations/board?late=true');
    expect(late.body.columns.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('name the people who can be in charge', async () => {
    const { body } = await world.ask<{ items: { id: string; name: string }[] }>(
      'GET',
      '/prestations/responsibles',
    );
    const found = body.items.find(({ id }) => id === world.billing.accountId);
    expect(found?.name).toEqual(expect.any(String));
    expect((await list('search=latest'))[0]?.responsibleName).toBe(found?.name);
    const unknown = await world.ask('POST', '/prestations', {
      ...{ organisationId: orders.organisationId, title: 'X', responsibleId: newId() },
    });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'PRESTATION.RESPONSIBLE_UNKNOWN' } });
  });
});
