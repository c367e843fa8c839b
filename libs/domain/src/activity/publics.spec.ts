import fc from 'fast-check';
import { AGE_BANDS, ageBandOf, type PublicsPerson, publicsTable, SMALLEST_SHOWN } from './publics';
import { merged, shown as shownCount } from './publics-tally';

const many = (count: number, person: Partial<PublicsPerson>): PublicsPerson[] =>
  Array.from({ length: count }, () => ({
    ...{ ageBand: 'unknown', gender: null, neighbourhood: null },
    ...person,
  }));
const shown = (cells: ReturnType<typeof publicsTable>['byNeighbourhoodAndAge']) =>
  cells.map(({ neighbourhood, age, people }) => [
    neighbourhood.name ?? neighbourhood.group,
    age.name ?? age.group,
    people,
  ]);

describe('age bands', () => {
  it.each([
    [2026, '0-11'],
    [2015, '0-11'],
    [2014, '12-17'],
    [2009, '12-17'],
    [2008, '18-25'],
    [2001, '18-25'],
    [2000, '26-59'],
    [1967, '26-59'],
    [1966, '60+'],
    [1900, '60+'],
    [2027, 'unknown'],
    [null, 'unknown'],
  ] as const)('born in %s: %s', (birthYear, band) => {
    expect(ageBandOf(birthYear, '2026-11-30')).toBe(band);
  });

  it('is the same on each day of a year', () => {
    expect(ageBandOf(2008, '2026-01-01')).toBe(ageBandOf(2008, '2026-12-31'));
  });
});

describe('small groups', () => {
  const count = (name: string, people: number) => ({ group: 'named', name, people }) as const;
  const smallCells = (counts: readonly ReturnType<typeof count>[]) =>
    merged(counts.map(({ people, ...of }) => ({ of, counts: [people] }))).map(shownCount);

  it('are shown together', () => {
    expect(smallCells([count('a', 2), count('b', 10), count('c', 3)])).toEqual([
      count('b', 10),
      { group: 'other', name: null, people: 5 },
    ]);
  });

  it('take the next group with them when they are too few together', () => {
    expect(smallCells([count('a', 2), count('b', 10), count('c', 6)])).toEqual([
      count('b', 10),
      { group: 'other', name: null, people: 8 },
    ]);
    expect(smallCells([count('a', 2)])).toEqual([{ group: 'other', name: null, people: 2 }]);
    expect(smallCells([])).toEqual([]);
  });
});

describe('neighbourhoods by age', () => {
  it('shows the cells of at least five people', () => {
    const people = [
      ...many(6, { neighbourhood: 'Grésilles', ageBand: '0-11' }),
      ...many(7, { neighbourhood: 'Grésilles', ageBand: '60+' }),
      ...many(5, { neighbourhood: 'Fontaine d’Ouche', ageBand: '60+' }),
    ];
    expect(shown(publicsTable(people).byNeighbourhoodAndAge)).toEqual([
      ['Grésilles', '0-11', 6],
      ['Grésilles', '60+', 7],
      ['Fontaine d’Ouche', '60+', 5],
    ]);
  });

  it('a neighbourhood with a small cell is shown with another one', () => {
    const people = [
      ...many(3, { neighbourhood: 'Grésilles', ageBand: '0-11' }),
      ...many(9, { neighbourhood: 'Grésilles', ageBand: '60+' }),
      ...many(8, { neighbourhood: 'Toison d’Or', ageBand: '0-11' }),
      ...many(20, { neighbourhood: 'Montchapet', ageBand: '60+' }),
    ];
    const { byNeighbourhood, byNeighbourhoodAndAge } = publicsTable(people);
    expect(shown(byNeighbourhoodAndAge)).toEqual([
      ['Montchapet', '60+', 20],
      ['other', '0-11', 11],
      ['other', '60+', 9],
    ]);
    expect(byNeighbourhood.map(({ name, people: sum }) => [name, sum])).toEqual([
      ['Montchapet', 20],
      ['Grésilles', 12],
      ['Toison d’Or', 8],
    ]);
  });

  it('a single neighbourhood is shown by age only where no small band follows', () => {
    const people = [
      ...many(3, { neighbourhood: 'Grésilles', ageBand: '0-11' }),
      ...many(2, { neighbourhood: 'Grésilles', ageBand: '12-17' }),
      ...many(9, { neighbourhood: 'Grésilles', ageBand: '60+' }),
    ];
    const { byAge, byNeighbourhoodAndAge } = publicsTable(people);
    expect(byAge.map(({ group, people: sum }) => [group, sum])).toEqual([
      ['named', 9],
      ['other', 5],
    ]);
    expect(shown(byNeighbourhoodAndAge)).toEqual([
      ['Grésilles', '60+', 9],
      ['Grésilles', 'other', 5],
    ]);
    expect(publicsTable(people.slice(1)).byNeighbourhoodAndAge).toEqual([
      expect.objectContaining({ age: { group: 'other', name: null }, people: 13 }),
    ]);
  });

  it('the same name in other letters is one neighbourhood, written as most people write it', () => {
    const people = [
      ...many(4, { neighbourhood: 'Grésilles' }),
      ...many(2, { neighbourhood: 'gresilles ' }),
      ...many(5, { neighbourhood: 'other' }),
    ];
    expect(publicsTable(people).byNeighbourhood).toEqual([
      { group: 'named', name: 'Grésilles', people: 6 },
      { group: 'named', name: 'other', people: 5 },
    ]);
  });
});

describe('beside another table', () => {
  const grown = { neighbourhood: 'Grésilles', ageBand: '60+' } as const;
  const lab = [
    ...many(20, grown),
    ...many(20, { neighbourhood: 'Montchapet', ageBand: '60+' }),
    ...many(20, { neighbourhood: 'Montchapet', ageBand: '0-11' }),
    ...many(20, { neighbourhood: 'Maladière', ageBand: '60+' }),
    ...many(20, { neighbourhood: 'Maladière', ageBand: '0-11' }),
  ];

  it('a cell that differs by less than five people is not shown, in a row with several neighbourhoods', () => {
    // Eight people of Grésilles and two of Montchapet came to other labs only, and six children of Grésilles.
    const elsewhere = [
      ...many(8, grown),
      ...many(2, { neighbourhood: 'Montchapet', ageBand: '60+' }),
      ...many(6, { neighbourhood: 'Grésilles', ageBand: '0-11' }),
    ];
    const alone = publicsTable(lab);
    expect(shown(alone.byNeighbourhoodAndAge)).toContainEqual(['Montchapet', '60+', 20]);
    const { byNeighbourhood, byNeighbourhoodAndAge } = publicsTable(lab, [elsewhere]);
    // The sums of neighbourhoods are shown: they say nothing of an age.
    expect(byNeighbourhood).toEqual(alone.byNeighbourhood);
    expect(shown(byNeighbourhoodAndAge)).toEqual([
      ['Maladière', '0-11', 20],
      ['Maladière', '60+', 20],
      ['other', '0-11', 20],
      ['other', '60+', 40],
    ]);
  });

  it('where all who came elsewhere only are of one age, the sums of neighbourhoods would tell it', () => {
    const elsewhere = [...many(8, grown), ...many(2, { neighbourhood: 'Montchapet', ageBand: '60+' })];
    const { byNeighbourhood } = publicsTable(lab, [elsewhere]);
    expect(byNeighbourhood.map(({ name, group, people }) => [name ?? group, people])).toEqual([
      ['Maladière', 40],
      ['other', 60],
    ]);
  });

  it('a table of the same people hides nothing', () => {
    expect(publicsTable(lab, [[], []])).toEqual(publicsTable(lab));
  });
});

/**
 * What a reader can compute about a cell from the sums of its row and column is an interval, and for a table with two
 * directions this interval is exact (Fréchet): a small cell must not be its only number.
 * @param counted those whose cells a reader wants: the people of the table, or the people by which another table differs
 */
function followsFromSums(
  { byAge, byNeighbourhood, byNeighbourhoodAndAge: cells }: ReturnType<typeof publicsTable>,
  counted: readonly PublicsPerson[],
): object[] {
  const isRow = (place: string | null) => cells.some(({ neighbourhood }) => neighbourhood.name === place);
  const unknownIsShown = cells.some(({ neighbourhood }) => neighbourhood.group === 'unknown');
  const isApart = ({ neighbourhood: place }: PublicsPerson) =>
    cells.length === 0 || (place === null ? !unknownIsShown : !isRow(place));
  const found: object[] = [];
  const apart = counted.filter(isApart);
  for (const name of ['A', 'B', 'C', 'D']) {
    // Without its sum it is not even known to be there; with a row of its own its cells are shown, none small.
    if (!byNeighbourhood.some((count) => count.name === name) || isRow(name)) continue;
    for (const age of byAge) {
      if (age.group !== 'named') continue;
      const row = apart.filter(({ neighbourhood }) => neighbourhood === name);
      const own = row.filter(({ ageBand }) => ageBand === age.name).length;
      const column = apart.filter(({ ageBand }) => ageBand === age.name).length;
      if (own === 0 || own >= SMALLEST_SHOWN) continue;
      const [least, most] = [Math.max(0, row.length + column - apart.length), Math.min(row.length, column)];
      if (least === most) found.push({ name, age: age.name, own });
    }
  }
  return found;
}

describe('any people', () => {
  const RUNS = {
    numRuns: Number(process.env.PROPERTY_RUNS ?? 400),
    seed: Number(process.env.PROPERTY_SEED ?? 20_261_130),
  };
  const person = fc.record({
    ageBand: fc.constantFrom(...AGE_BANDS),
    gender: fc.constantFrom('f', 'm', 'x', null),
    neighbourhood: fc.constantFrom('A', 'B', 'C', 'D', null),
  });
  // Few kinds of people, many of each: cells of every size.
  const crowd = fc
    .array(fc.tuple(person, fc.integer({ min: 1, max: 12 })), { maxLength: 14 })
    .map((kinds) => kinds.flatMap(([kind, count]) => many(count, kind)));
  const sumOf = (counts: readonly { people: number }[]) =>
    counts.reduce((all, { people }) => all + people, 0);

  it('each sum is the number of people', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const table = publicsTable(people);
        for (const counts of [table.byAge, table.byGender, table.byNeighbourhood])
          expect(sumOf(counts)).toBe(people.length);
        if (table.byNeighbourhoodAndAge.length > 0)
          expect(sumOf(table.byNeighbourhoodAndAge)).toBe(people.length);
      }),
      RUNS,
    );
  });

  it('no cell with a name is small in another table minus this one, nor follows from the sums', () => {
    fc.assert(
      fc.property(crowd, crowd, fc.nat(40), (people, elsewhere, first) => {
        // A larger table, and a smaller one of the same people.
        const earlier = people.slice(first);
        const table = publicsTable(people, [elsewhere, earlier]);
        for (const rest of [elsewhere, earlier]) {
          const fits = (count: number) => count === 0 || count >= SMALLEST_SHOWN;
          for (const { neighbourhood, age } of table.byNeighbourhoodAndAge) {
            if (neighbourhood.name === null || age.name === null) continue;
            const own = rest.filter(
              (person) => person.neighbourhood === neighbourhood.name && person.ageBand === age.name,
            );
            expect(fits(own.length)).toBe(true);
          }
          expect(followsFromSums(table, rest)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('no group or cell with a name is small', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const table = publicsTable(people);
        const counts = [...table.byAge, ...table.byGender, ...table.byNeighbourhood];
        for (const { group, people: count } of counts)
          if (group !== 'other' || people.length >= SMALLEST_SHOWN)
            expect(count).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
        for (const cell of table.byNeighbourhoodAndAge)
          if (people.length >= SMALLEST_SHOWN) expect(cell.people).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
      }),
      RUNS,
    );
  });

  it('no small cell follows from the sums', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        expect(followsFromSums(publicsTable(people), people)).toEqual([]);
      }),
      RUNS,
    );
  });
});
