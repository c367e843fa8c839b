import { folded } from '@pandafab/shared';

/** Fewer people than this are not shown as a group of their own: others might know who they are. */
export const SMALLEST_SHOWN = 5;

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

export const UNKNOWN: PublicsGroup = { group: 'unknown', name: null };
export const OTHER: PublicsGroup = { group: 'other', name: null };
export const named = (name: string): PublicsGroup => ({ group: 'named', name });

/** The group of each answer: the same word in other letters is the same group, written as most people wrote it. */
export function groupsOf(answers: readonly (string | null)[]): PublicsGroup[] {
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
