import { OTHER, type PublicsCount, type PublicsGroup, SMALLEST_SHOWN } from './publics-groups';

/**
 * How many people a group has: in the table itself, then among the people by whom each other published table differs
 * from it. What a reader gets from one table minus another must not be small either.
 */
export interface Tally {
  readonly of: PublicsGroup;
  readonly counts: readonly number[];
}

/** A person's group, and in which of the counts they are. */
export interface Tallied {
  readonly of: PublicsGroup;
  readonly set: number;
}

export const keyOf = ({ group, name }: PublicsGroup): string => `${group} ${name ?? ''}`;

export const isSmall = ({ counts }: Tally): boolean =>
  counts.some((people) => people > 0 && people < SMALLEST_SHOWN);

/** False for a group that only other tables have. */
export const hasPeople = ({ counts: [people = 0] }: Tally): boolean => people > 0;

/** What readers see of a tally. */
export const shown = ({ of, counts: [people = 0] }: Tally): PublicsCount => ({ ...of, people });

/** Counts people by their group. @param sets how many counts there are */
export function talliesOf(people: readonly Tallied[], sets: number): Tally[] {
  const found = new Map<string, { of: PublicsGroup; counts: number[] }>();
  for (const { of, set } of people) {
    const own = found.get(keyOf(of)) ?? { of, counts: Array.from({ length: sets }, () => 0) };
    own.counts[set] = (own.counts[set] ?? 0) + 1;
    found.set(keyOf(of), own);
  }
  return [...found.values()];
}

/** Several groups as one. */
export const together = (of: PublicsGroup, tallies: readonly Tally[]): Tally => ({
  of,
  counts: (tallies[0]?.counts ?? []).map((_, at) =>
    tallies.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
  ),
});

/**
 * Merges small groups into `other`. While `other` itself is small, the smallest remaining group joins it: its size
 * would otherwise follow from the total. The largest group comes first, `unknown` and `other` last.
 */
export function merged(tallies: readonly Tally[]): Tally[] {
  const bySize = tallies.filter(hasPeople).sort(({ counts: [a = 0] }, { counts: [b = 0] }) => a - b);
  const hidden = bySize.filter(isSmall);
  const rest = bySize.filter((tally) => !isSmall(tally));
  while (isSmall(together(OTHER, hidden))) {
    const next = rest.shift();
    if (!next) break;
    hidden.push(next);
  }
  rest.reverse();
  return [
    ...rest.filter(({ of }) => of.group === 'named'),
    ...rest.filter(({ of }) => of.group !== 'named'),
    ...(hidden.length > 0 ? [together(OTHER, hidden)] : []),
  ];
}
