import { folded } from '@pandafab/shared';

export const AGE_BANDS = ['0-11', '12-17', '18-25', '26-59', '60+', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Fewer people than this are not shown as a group of their own: others might know who they are. */
export const SMALLEST_SHOWN = 5;

/** The last age of each band. */
const LAST_AGES: readonly (readonly [AgeBand, number])[] = [
  ['0-11', 11],
  ['12-17', 17],
  ['18-25', 25],
  ['26-59', 59],
];

/**
 * The age band of a person on a day. Only the year of birth is known: the age is the one that the person has or will
 * have in the year of that day.
 * @param birthYear null: the person did not say
 * @param day YYYY-MM-DD
 */
export function ageBandOf(birthYear: number | null, day: string): AgeBand {
  if (birthYear === null) return 'unknown';
  const age = Number(day.slice(0, 4)) - birthYear;
  if (!Number.isInteger(age) || age < 0) return 'unknown';
  return LAST_AGES.find(([, last]) => age <= last)?.[0] ?? '60+';
}

/** What is known of one person, from the profile that they chose to give. */
export interface PublicsPerson {
  readonly ageBand: AgeBand;
  /** In the person's words; null: they did not say. */
  readonly gender: string | null;
  readonly neighbourhood: string | null;
}

/**
 * One group of people. `named`: those who have this name. `unknown`: those who did not say. `other`: several small
 * groups together, so that none of them can be told.
 */
export interface PublicsGroup {
  readonly group: 'named' | 'unknown' | 'other';
  /** Null unless `named`. */
  readonly name: string | null;
}
export interface PublicsCount extends PublicsGroup {
  readonly people: number;
}
export interface PublicsCell {
  readonly neighbourhood: PublicsGroup;
  readonly age: PublicsGroup;
  readonly people: number;
}

/** Counts of people. No named group in it has fewer than five people, nor can one be computed from the rest. */
export interface PublicsTable {
  readonly people: number;
  readonly byAge: readonly PublicsCount[];
  readonly byGender: readonly PublicsCount[];
  readonly byNeighbourhood: readonly PublicsCount[];
  /** Neighbourhood and age together, without empty cells. Its neighbourhoods may be fewer than in `byNeighbourhood`. */
  readonly byNeighbourhoodAndAge: readonly PublicsCell[];
}

const UNKNOWN: PublicsGroup = { group: 'unknown', name: null };
const OTHER: PublicsGroup = { group: 'other', name: null };
const named = (name: string): PublicsGroup => ({ group: 'named', name });

const isSmall = (people: number): boolean => people > 0 && people < SMALLEST_SHOWN;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const keyOf = ({ group, name }: PublicsGroup): string => `${group} ${name ?? ''}`;

/** Counts people by age, gender and neighbourhood, without showing small groups. */
export function publicsTable(people: readonly PublicsPerson[]): PublicsTable {
  const ages = people.map(({ ageBand }) => (ageBand === 'unknown' ? UNKNOWN : named(ageBand)));
  const genders = groupsOf(people.map(({ gender }) => gender));
  const neighbourhoods = groupsOf(people.map(({ neighbourhood }) => neighbourhood));
  const byAge = inOrderOfAge(smallCells(countsOf(ages)));
  const byNeighbourhood = smallCells(countsOf(neighbourhoods));
  return {
    people: people.length,
    byAge,
    byGender: smallCells(countsOf(genders)),
    byNeighbourhood,
    byNeighbourhoodAndAge: crossed(
      neighbourhoods.map((group) => shownAs(group, byNeighbourhood)),
      ages.map((group) => shownAs(group, byAge)),
    ),
  };
}

/**
 * Merges groups of fewer than five people into `other`. While `other` itself is that small, the smallest remaining
 * group joins it: its size would otherwise follow from the total. The largest group comes first, `unknown` and `other`
 * last.
 */
export function smallCells(counts: readonly PublicsCount[]): PublicsCount[] {
  const sorted = [...counts].filter(({ people }) => people > 0).sort((a, b) => a.people - b.people);
  let merged = sorted.filter(({ people }) => isSmall(people)).length;
  const inOther = () => sum(sorted.slice(0, merged).map(({ people }) => people));
  while (isSmall(inOther()) && merged < sorted.length) merged += 1;
  const shown = sorted.slice(merged).reverse();
  return [
    ...shown.filter(({ group }) => group === 'named'),
    ...shown.filter(({ group }) => group !== 'named'),
    ...(merged > 0 ? [{ ...OTHER, people: inOther() }] : []),
  ];
}

/**
 * Neighbourhoods by age. A neighbourhood with a small cell is shown in the row `other` as a whole: in a row of its own,
 * the hidden cell would follow from the row's sum. Others join it until the row has several neighbourhoods and no small
 * cell. What is known of each of them then is its sum, which is not small, so that no small cell follows.
 * @param rows the neighbourhood of each person, as `byNeighbourhood` shows it
 * @param columns the age of each person, as `byAge` shows it
 */
function crossed(rows: readonly PublicsGroup[], columns: readonly PublicsGroup[]): PublicsCell[] {
  const table = tableOf(rows, columns);
  const sorted = [...table.values()].sort((a, b) => a.people - b.people);
  const hasSmall = (cells: ReadonlyMap<string, CountedCell>) =>
    [...cells.values()].some(({ people }) => isSmall(people));
  const apart = sorted.filter(({ of, cells }) => of.group === 'other' || hasSmall(cells));
  const rest = sorted.filter((row) => !apart.includes(row));
  let cells = together(apart);
  while (apart.some((row) => hasSmall(row.cells)) && (apart.length < 2 || hasSmall(cells))) {
    const next = rest.shift();
    // Also all neighbourhoods together have a small cell, or there is only one: nothing can be shown.
    if (!next) return [];
    apart.push(next);
    cells = together(apart);
  }
  return [...rest.reverse().flatMap(({ of, cells: own }) => cellsOf(of, own)), ...cellsOf(OTHER, cells)];
}

interface CountedCell {
  readonly of: PublicsGroup;
  readonly people: number;
}
interface CountedRow {
  readonly of: PublicsGroup;
  readonly people: number;
  /** By age. */
  readonly cells: ReadonlyMap<string, CountedCell>;
}

function tableOf(
  rows: readonly PublicsGroup[],
  columns: readonly PublicsGroup[],
): ReadonlyMap<string, CountedRow> {
  const agesByRow = new Map<string, { of: PublicsGroup; ages: PublicsGroup[] }>();
  for (const [index, of] of rows.entries()) {
    const row = agesByRow.get(keyOf(of)) ?? { of, ages: [] };
    row.ages.push(columns[index] ?? UNKNOWN);
    agesByRow.set(keyOf(of), row);
  }
  return new Map(
    [...agesByRow].map(([key, { of, ages }]) => [key, { of, people: ages.length, cells: cellsByAge(ages) }]),
  );
}

const cellsByAge = (ages: readonly PublicsGroup[]): ReadonlyMap<string, CountedCell> =>
  new Map(countsOf(ages).map(({ people, ...of }) => [keyOf(of), { of, people }] as const));

function together(rows: readonly CountedRow[]): ReadonlyMap<string, CountedCell> {
  const cells = new Map<string, CountedCell>();
  for (const row of rows)
    for (const [key, { of, people }] of row.cells)
      cells.set(key, { of, people: people + (cells.get(key)?.people ?? 0) });
  return cells;
}

const cellsOf = (neighbourhood: PublicsGroup, cells: ReadonlyMap<string, CountedCell>): PublicsCell[] =>
  inOrderOfAge([...cells.values()].map(({ of, people }) => ({ ...of, people }))).map(
    ({ people, ...age }) => ({ neighbourhood, age, people }),
  );

/** The group of each answer: the same word in other letters is the same group, written as most people wrote it. */
function groupsOf(answers: readonly (string | null)[]): PublicsGroup[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const answer of answers) {
    if (answer === null || folded(answer) === '') continue;
    const own = spellings.get(folded(answer)) ?? new Map<string, number>();
    own.set(answer.trim(), (own.get(answer.trim()) ?? 0) + 1);
    spellings.set(folded(answer), own);
  }
  const names = new Map([...spellings].map(([key, own]) => [key, commonest(own)]));
  return answers.map((answer) => {
    const name = answer === null ? undefined : names.get(folded(answer));
    return name === undefined ? UNKNOWN : named(name);
  });
}

const commonest = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].sort(([a, as], [b, bs]) => bs - as || (a < b ? -1 : 1))[0]?.[0] ?? '';

function countsOf(groups: readonly PublicsGroup[]): PublicsCount[] {
  const counts = new Map<string, PublicsCount>();
  for (const group of groups) {
    const key = keyOf(group);
    counts.set(key, { ...group, people: (counts.get(key)?.people ?? 0) + 1 });
  }
  return [...counts.values()];
}

const shownAs = (group: PublicsGroup, counts: readonly PublicsCount[]): PublicsGroup =>
  counts.some((count) => keyOf(count) === keyOf(group)) ? group : OTHER;

const placeOf = ({ group, name }: PublicsGroup): number =>
  group === 'other' ? AGE_BANDS.length : AGE_BANDS.indexOf((name ?? 'unknown') as AgeBand);
const inOrderOfAge = <Group extends PublicsGroup>(groups: readonly Group[]): Group[] =>
  [...groups].sort((a, b) => placeOf(a) - placeOf(b));
