import type { Instant } from '@pandafab/shared';
import { firstFit, insideSpan, nextOpening, type Span } from './span';

/** The times at which a machine may work. Lists of spans are sorted and disjoint; null: at any time. */
export interface MachineTimes {
  /** A run lies wholly inside one of these: bookings and maintenance are left out, and closed hours for a machine that may not run alone. */
  readonly runs: readonly Span[] | null;
  /** A run begins inside one of these: the opening hours, for a machine whose starts need a person. */
  readonly starts: readonly Span[] | null;
  /** When people are there: they clear beds and change spools. */
  readonly people: readonly Span[] | null;
}

export const ALWAYS: MachineTimes = { runs: null, starts: null, people: null };

/** After the last span, or where nothing fits. */
export const NEVER = Number.POSITIVE_INFINITY;

/**
 * The first instant from `from` on at which a run of `length` may begin.
 * @param length in milliseconds
 * @returns NEVER if the times that are known have no place for it
 */
export function earliestStart({ runs, starts }: MachineTimes, from: Instant, length: number): Instant {
  if (runs === null && starts === null) return from;
  for (let at = from; ; ) {
    const opening = starts === null ? at : (nextOpening(starts, at) ?? NEVER);
    const fits =
      runs === null ? opening : opening === NEVER ? NEVER : (firstFit(runs, opening, length) ?? NEVER);
    if (fits === NEVER) return NEVER;
    if (starts === null || insideSpan(starts, fits)) return fits;
    at = fits;
  }
}

/** The first instant from `at` on at which a person is there. */
export const personAt = ({ people }: MachineTimes, at: Instant): Instant =>
  people === null ? at : (nextOpening(people, at) ?? NEVER);
