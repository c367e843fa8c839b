import type { Instant } from '@pandafab/shared';

/** What a member was told first about a job, and when it began. */
export interface ToldStart {
  readonly toldStartAt: Instant;
  readonly toldFrom: Instant;
  readonly toldUntil: Instant;
  readonly startedAt: Instant;
}

export interface StartAccuracy {
  readonly jobs: number;
  /** Those that began within the interval that was told. */
  readonly within: number;
  /** Half of them began at most so many minutes before or after; null without jobs. */
  readonly medianMinutes: number | null;
  /** Nine of ten of them did. */
  readonly ninetyMinutes: number | null;
}

export interface WeekAccuracy extends StartAccuracy {
  readonly from: Instant;
}

const WEEK_MS = 7 * 86_400_000;

/** How right the told starts were. */
export function startAccuracy(told: readonly ToldStart[]): StartAccuracy {
  const off = told
    .map(({ startedAt, toldStartAt }) => Math.abs(startedAt - toldStartAt) / 60_000)
    .sort((a, b) => a - b);
  const minutesOf = (share: number) => {
    const found = off[Math.ceil(off.length * share) - 1];
    return found === undefined ? null : Math.round(found);
  };
  const within = told.filter(
    ({ startedAt, toldFrom, toldUntil }) => startedAt >= toldFrom && startedAt <= toldUntil,
  );
  return {
    jobs: told.length,
    within: within.length,
    medianMinutes: minutesOf(0.5),
    ninetyMinutes: minutesOf(0.9),
  };
}

/** The last weeks, the latest first; each ends where the next one begins, the first at `now`. */
export function weeksOf(told: readonly ToldStart[], now: Instant, weeks: number): WeekAccuracy[] {
  return Array.from({ length: weeks }, (_, at) => {
    const [from, until] = [now - (at + 1) * WEEK_MS, now - at * WEEK_MS];
    return { from, ...startAccuracy(told.filter(({ startedAt }) => startedAt > from && startedAt <= until)) };
  });
}
