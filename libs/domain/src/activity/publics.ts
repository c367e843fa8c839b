import { groupsOf, named, OTHER, type PublicsCount, type PublicsGroup, UNKNOWN } from './publics-groups';
import { hasPeople, isSmall, keyOf, merged, shown, type Tally, talliesOf, together } from './publics-tally';

export { type PublicsCount, type PublicsGroup, SMALLEST_SHOWN } from './publics-groups';

export const AGE_BANDS = ['0-11', '12-17', '18-25', '26-59', '60+', 'unknown'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

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

/**
 * Counts people by age, gender and neighbourhood, without showing small groups.
 * @param people those of the table
 * @param apart for each other published table of nearly the same people, such as the network's beside a lab's: the
 * people who are in one of the two tables only
 */
export function publicsTable(
  people: readonly PublicsPerson[],
  apart: readonly (readonly PublicsPerson[])[] = [],
): PublicsTable {
  const sets = 1 + apart.length;
  const all = [people, ...apart].flatMap((each, set) => each.map((person) => ({ ...person, set })));
  const ages = all.map(({ ageBand }) => (ageBand === 'unknown' ? UNKNOWN : named(ageBand)));
  const genders = groupsOf(all.map(({ gender }) => gender));
  const neighbourhoods = groupsOf(all.map(({ neighbourhood }) => neighbourhood));
  const tallied = (groups: readonly PublicsGroup[]) =>
    groups.map((of, at) => ({ of, set: all[at]?.set ?? 0 }));
  const told = new Set(
    apart.flatMap((_, at) => (isSpread([ages, neighbourhoods], all, at + 1) ? [] : [at + 1])),
  );
  const mergedOf = (groups: readonly PublicsGroup[]) =>
    merged(talliesOf(tallied(groups), sets).map((tally) => only(tally, told))).map(shown);
  const byAge = inOrderOfAge(mergedOf(ages));
  const byNeighbourhood = mergedOf(neighbourhoods);
  const columns = tallied(ages.map((group) => shownAs(group, byAge)));
  const rows = neighbourhoods.map((group) => shownAs(group, byNeighbourhood));
  return {
    people: people.length,
    ...{ byAge, byGender: mergedOf(genders), byNeighbourhood },
    byNeighbourhoodAndAge: crossed(
      [...new Map(rows.map((of) => [keyOf(of), of])).values()].flatMap((of) => {
        const cells = talliesOf(
          columns.filter((_, at) => keyOf(rows[at] ?? UNKNOWN) === keyOf(of)),
          sets,
        );
        return cells.some(hasPeople) ? [{ of, cells }] : [];
      }),
    ),
  };
}

/**
 * True where people are of several ages and neighbourhoods: their sums by age and by neighbourhood then leave each cell
 * open, since no row and no column has all of them.
 */
const isSpread = (
  answers: readonly (readonly PublicsGroup[])[],
  all: readonly { readonly set: number }[],
  set: number,
): boolean =>
  answers.every((groups) => new Set(groups.filter((_, at) => all[at]?.set === set).map(keyOf)).size !== 1);

/** Without the counts of other tables, but for those of `sets`. */
const only = ({ of, counts }: Tally, sets: ReadonlySet<number>): Tally => ({
  of,
  counts: counts.map((people, set) => (set === 0 || sets.has(set) ? people : 0)),
});

/** A neighbourhood, by age. */
interface Row {
  readonly of: PublicsGroup;
  readonly cells: readonly Tally[];
}

const sizeOf = ({ cells }: Row): number => together(OTHER, cells).counts[0] ?? 0;

/**
 * Neighbourhoods by age. A neighbourhood with a small cell is shown in the row `other` as a whole: in a row of its own,
 * the hidden cell would follow from the row's sum. Others join it until the row has several neighbourhoods and no small
 * cell. What is known of each of them then is its sum. In this table that is not small, so that no small cell follows;
 * in the difference to another table it may be, and the people of the row are of several ages then.
 */
function crossed(rows: readonly Row[]): PublicsCell[] {
  const sorted = [...rows].sort((a, b) => sizeOf(a) - sizeOf(b));
  const hasSmall = ({ cells }: Row) => cells.some(isSmall);
  const apart = sorted.filter((row) => row.of.group === 'other' || hasSmall(row));
  const rest = sorted.filter((row) => !apart.includes(row));
  let other = rowTogether(apart);
  while (apart.some(hasSmall) && (apart.length < 2 || hasSmall(other) || isOfOneAge(apart, other))) {
    const next = rest.shift();
    // Also all neighbourhoods together have a small cell, or there is only one: nothing can be shown.
    if (!next) return [];
    apart.push(next);
    other = rowTogether(apart);
  }
  return [...rest.reverse().flatMap(cellsOf), ...cellsOf(other)];
}

/** True where a small sum of a row is that of one cell: all people of the rows together have one age. */
function isOfOneAge(rows: readonly Row[], all: Row): boolean {
  const sums = rows.map(({ cells }) => together(OTHER, cells));
  return (together(OTHER, all.cells).counts ?? []).some((_, set) => {
    const ages = all.cells.filter(({ counts }) => (counts[set] ?? 0) > 0);
    return ages.length === 1 && sums.some(({ of, counts }) => isSmall({ of, counts: [counts[set] ?? 0] }));
  });
}

function rowTogether(rows: readonly Row[]): Row {
  const byAge = new Map<string, Tally[]>();
  for (const cell of rows.flatMap(({ cells }) => cells))
    byAge.set(keyOf(cell.of), [...(byAge.get(keyOf(cell.of)) ?? []), cell]);
  return { of: OTHER, cells: [...byAge.values()].map((cells) => together(cells[0]?.of ?? OTHER, cells)) };
}

const cellsOf = ({ of: neighbourhood, cells }: Row): PublicsCell[] =>
  inOrderOfAge(cells.filter(hasPeople).map(shown)).map(({ people, ...age }) => ({
    neighbourhood,
    age,
    people,
  }));

const shownAs = (group: PublicsGroup, counts: readonly PublicsCount[]): PublicsGroup =>
  counts.some((count) => keyOf(count) === keyOf(group)) ? group : OTHER;

const placeOf = ({ group, name }: PublicsGroup): number =>
  group === 'other' ? AGE_BANDS.length : AGE_BANDS.indexOf((name ?? 'unknown') as AgeBand);
const inOrderOfAge = <Group extends PublicsGroup>(groups: readonly Group[]): Group[] =>
  [...groups].sort((a, b) => placeOf(a) - placeOf(b));
