import { describeOnBothDatabases } from '@pandafab/testing';
import { CityWorld, NOW } from './city-world';
import { type People, peopleOf, type Rows, readRows, scopeOf } from './recount';
import type { Content, Counted } from './report-views';

const SMALLEST = 5;
const PERIODS = ['2026-H1', '2026-H2', '2026'];
type Publics = Content['tables']['publics'];

const PLACES = ['Nord', 'Est', 'Sud', 'Ouest', 'Centre'];
const BIRTH_YEARS = [2016, 2010, 2004, 1980];

/**
 * Many members, so that tables have cells of every size: in some neighbourhoods nearly all come to one lab and in one
 * half-year, so that one table is nearly another one.
 */
function crowd(labs: readonly string[], accountId: string) {
  const people = PLACES.flatMap((neighbourhood, p) =>
    BIRTH_YEARS.flatMap((birthYear, b) => {
      const size = (p + b) % 5 === 0 ? 3 : 16 + ((p * 11 + b * 5) % 30);
      return Array.from({ length: size }, (_, k) => ({ neighbourhood, birthYear, k, isEven: p % 2 === 0 }));
    }),
  ).map((person, at) => ({ ...person, memberId: `crowd-${at}` }));
  const members = people.map(({ memberId: id }) => ({
    id,
    category: 'student',
    homeLabId: null,
    createdAt: 1,
  }));
  const profiles = people.map(({ memberId, birthYear, neighbourhood }) => ({
    ...{ memberId, birthYear, gender: null, neighbourhood, occupation: null },
  }));
  const visits = people.flatMap(({ memberId, k, isEven }) => {
    const labId = isEven ? labs[k % 20 === 0 ? 1 : 0] : labs[k % 2];
    const days = k % (isEven ? 10 : 3) === 0 ? ['2026-10-10'] : ['2026-03-10', '2026-10-10'];
    return days.map((day) => ({
      ...{ id: `${memberId}-${day}`, labId, at: Date.parse(`${day}T10:00:00Z`), day, public: 'adult' },
      ...{ purpose: 'make', people: 1, memberId, category: 'student', accountId, undoneAt: null },
    }));
  });
  return [
    ['members', members],
    ['member_profiles', profiles],
    ['visits', visits],
  ] as [string, object[]][];
}

interface Published {
  readonly labId: string | null;
  readonly period: string;
  readonly publics: Publics;
  readonly people: People;
}

const keyOf = ({ group, name }: Omit<Counted, 'people'>) => name ?? group;
/** Each cell with a name that a reader sees. */
const cellsOf = ({ byNeighbourhoodAndAge }: Publics): Map<string, number> =>
  new Map(
    byNeighbourhoodAndAge
      .filter(({ neighbourhood, age }) => neighbourhood.name !== null && age.name !== null)
      .map(({ neighbourhood, age, people }) => [`${neighbourhood.name} ${age.name}`, people]),
  );

describeOnBothDatabases('the publics of a city', (open) => {
  let world: CityWorld;
  let rows: Rows;
  const published: Published[] = [];

  beforeAll(async () => {
    world = await CityWorld.open(await open(), 17);
    await world.fill(
      crowd(
        world.labs.filter((id) => id !== null),
        world.admin.accountId,
      ),
    );
    rows = await readRows(world.query);
    for (const labId of world.labs)
      for (const period of PERIODS) {
        const body = { conventionId: world.conventionId, labId, period };
        const made = await world.admin.client.post<{ content: Content }>('/api/v1/reports', body);
        const people = peopleOf(rows, scopeOf(period, { labId, conventionId: world.conventionId, now: NOW }));
        published.push({ labId, period, publics: made.body.content.tables.publics, people });
      }
  });
  afterAll(() => world.stop());

  it('are what a recount says, in each cell of neighbourhood and age, and in the row of the others', () => {
    let cells = 0;
    for (const { publics, people } of published) {
      const rowsShown = publics.byNeighbourhoodAndAge.filter(
        ({ neighbourhood }) => neighbourhood.name !== null,
      );
      for (const { neighbourhood, age, people: shown } of rowsShown) {
        if (age.name === null) continue;
        const own = people.filter((each) => each.place === neighbourhood.name && each.age === age.name);
        expect([neighbourhood.name, age.name, shown]).toEqual([neighbourhood.name, age.name, own.length]);
        cells++;
      }
      const places = new Set(rowsShown.map(({ neighbourhood }) => neighbourhood.name));
      const unknownIsShown = publics.byNeighbourhoodAndAge.some(
        ({ neighbourhood }) => neighbourhood.group === 'unknown',
      );
      for (const { neighbourhood, age, people: shown } of publics.byNeighbourhoodAndAge) {
        if (neighbourhood.group !== 'other' || age.name === null) continue;
        const others = people.filter(
          ({ place, age: band }) =>
            band === age.name && !places.has(place) && !(place === null && unknownIsShown),
        );
        expect([age.name, shown]).toEqual([age.name, others.length]);
        cells++;
      }
      const all = publics.byNeighbourhoodAndAge.reduce((sum, cell) => sum + cell.people, 0);
      if (all > 0) expect(all).toBe(people.length);
    }
    expect(cells).toBeGreaterThan(20);
  });

  it('show no cell of one to four people, alone or as one table minus another', () => {
    let compared = 0;
    for (const { publics } of published)
      for (const [key, people] of cellsOf(publics)) expect([key, people >= SMALLEST]).toEqual([key, true]);
    for (const one of published)
      for (const other of published) {
        const isBeside =
          (one.period === other.period && one.labId === null && other.labId !== null) ||
          (one.labId === other.labId && one.period === '2026' && other.period !== '2026');
        if (!isBeside) continue;
        const less = cellsOf(other.publics);
        for (const [key, people] of cellsOf(one.publics)) {
          const rest = people - (less.get(key) ?? people);
          const what = [one.labId, one.period, other.labId, other.period, key];
          expect([...what, rest > 0 && rest < SMALLEST]).toEqual([...what, false]);
          if (less.has(key)) compared++;
        }
      }
    expect(compared).toBeGreaterThan(5);
  });

  /**
   * Without its table, a reader of row and column sums knows that a cell lies between these bounds (Fréchet). Where the
   * cell is small, they must not meet.
   */
  it('leave no hidden small cell to be computed from the sums of its row and column', () => {
    let hidden = 0;
    for (const { publics, people } of published) {
      const { byAge, byNeighbourhood, byNeighbourhoodAndAge: cells } = publics;
      const rowOf = new Map(byNeighbourhood.map((count) => [keyOf(count), count.people]));
      const isShown = (place: string) => cells.some(({ neighbourhood }) => neighbourhood.name === place);
      const apart = cells.filter(({ neighbourhood }) => neighbourhood.group === 'other');
      for (const place of new Set(people.map((each) => each.place)))
        for (const { name, people: inColumn } of byAge) {
          const row = rowOf.get(place ?? 'unknown');
          if (place === null || name === null || row === undefined || isShown(place)) continue;
          const own = people.filter((each) => each.place === place && each.age === name).length;
          if (own === 0 || own >= SMALLEST) continue;
          const whole = cells.length > 0 ? apart.reduce((sum, cell) => sum + cell.people, 0) : people.length;
          const column =
            cells.length > 0 ? (apart.find(({ age }) => age.name === name)?.people ?? 0) : inColumn;
          expect(Math.min(row, column)).toBeGreaterThan(Math.max(0, row + column - whole));
          hidden++;
        }
    }
    expect(hidden).toBeGreaterThan(0);
  });
});
