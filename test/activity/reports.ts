import { describeOnBothDatabases } from '@pandafab/testing';
import { sellerSettings } from '../medium/fixtures/billing-seller';
import { readFec } from '../medium/fixtures/fec-rules';
import { CityWorld, NOW } from './city-world';
import { publicsOf, type Rows, readRows, recount, type Scope, scopeOf, TABLES } from './recount';
import { type Content, type Counted, numbersOf } from './report-views';

const PERIODS = ['2025-H2', '2026-H1', '2026'];
const SMALLEST = 5;

/** Names and figures that are not the same. */
function differences(content: Content, rows: Rows, scopes: { now: Scope; before: Scope }): object[] {
  const found: object[] = [];
  const compare = (what: string, service: unknown, again: unknown) => {
    if (JSON.stringify(service) !== JSON.stringify(again)) found.push({ what, service, again });
  };
  const objectives = content.objectives.flatMap(({ figures }) => figures);
  for (const { indicator, parameters, value, previous } of [...content.overview, ...objectives]) {
    const what = `${indicator} ${JSON.stringify(parameters)}`;
    compare(what, value, recount(rows, scopes.now, indicator, parameters));
    compare(`${what} before`, previous, recount(rows, scopes.before, indicator, parameters));
  }
  for (const [name, count] of Object.entries(TABLES)) {
    const sorted = (table: ReadonlyMap<string, number>) => [...table].sort();
    compare(name, sorted(numbersOf(content.tables[name] ?? [])), sorted(count(rows, scopes.now)));
  }
  const publics = publicsOf(rows, scopes.now);
  const { people, byAge, byGender, byNeighbourhood } = content.tables.publics;
  compare('people', people, publics.people);
  for (const [groups, counted] of [
    [byAge, publics.ages],
    [byGender, publics.genders],
    [byNeighbourhood, publics.places],
  ] as const)
    for (const { name, people: shown } of named(groups))
      compare(`public ${name}`, shown, counted.get(name ?? ''));
  return found;
}

const named = (groups: readonly Counted[]) => groups.filter(({ group }) => group === 'named');

describeOnBothDatabases('the report of a city', (open) => {
  let world: CityWorld;
  let rows: Rows;
  beforeAll(async () => {
    world = await CityWorld.open(await open(), 31);
    rows = await readRows(world.query);
  });
  afterAll(() => world.stop());

  const get = async <Body>(path: string) => {
    const { status, body } = await world.admin.client.get<Body>(`/api/v1${path}`);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  const report = async (labId: string | null, period: string) => {
    const body = { conventionId: world.conventionId, labId, period };
    const made = await world.admin.client.post<{ id: string }>('/api/v1/reports', body);
    expect(made.status).toBe(201);
    return get<{ content: Content }>(`/reports/${made.body.id}`);
  };

  it.each(PERIODS)(
    'of %s has the figures of the recount, for the network and for each lab',
    async (period) => {
      for (const labId of world.labs) {
        const { content } = await report(labId, period);
        const of = { labId, conventionId: world.conventionId, now: NOW };
        const scopes = { now: scopeOf(period, of), before: scopeOf(content.previousPeriod, of) };
        expect(differences(content, rows, scopes)).toEqual([]);
      }
    },
  );

  it('shows no group of one to four people', async () => {
    for (const labId of world.labs) {
      const { content } = await report(labId, '2025-H1');
      const { byAge, byGender, byNeighbourhood } = content.tables.publics;
      for (const { people } of named([...byAge, ...byGender, ...byNeighbourhood]))
        expect(people).toBeGreaterThanOrEqual(SMALLEST);
    }
  });

  it('has the money of the books, to the cent', async () => {
    const seller = { ...sellerSettings, inForceFrom: '2025-01-01' };
    await world.admin.client.request('PUT', '/api/v1/settings/seller', { body: seller });
    const scope = scopeOf('2026-H1', { labId: null, conventionId: world.conventionId, now: NOW });
    const token = world.admin.client.token ?? '';
    const file = await fetch(`${world.server.url}/api/v1/exports/fec?from=2026-01-01&to=2026-06-30`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { lines } = readFec(await file.text());
    const income = lines
      .filter(({ CompteNum }) => CompteNum.startsWith('7'))
      .reduce((sum, { Credit, Debit }) => sum + cents(Credit) - cents(Debit), 0);
    expect(income).not.toBe(0);
    expect(recount(rows, scope, 'income-services')).toBe(income);

    const { months } = await get<{ months: { cashedCents: number; freeValueCents: number }[] }>(
      '/billing/figures?from=2026-01&to=2026-06',
    );
    const total = (field: 'cashedCents' | 'freeValueCents') =>
      months.reduce((sum, month) => sum + month[field], 0);
    expect(recount(rows, scope, 'cashed')).toBe(total('cashedCents'));
    expect(recount(rows, scope, 'free-access-value')).toBe(total('freeValueCents'));
  });
});

const cents = (text: string): number => Number(text.replace(',', '')) || 0;
