import { firstFit, type Span, subtract } from '@pandafab/domain';
import type { Instant } from '@pandafab/shared';
import { SHORTEST } from './booking-flaw';

/** Between two beginnings that are offered. */
const STEP = 30 * 60_000;

/**
 * The beginnings that a day offers, each with the latest end.
 * @param day from its first instant until just after its last
 * @param open of that day and of the hours after it; null: always open
 * @param longest milliseconds of one booking
 */
export function freeHours(
  day: Span,
  {
    now,
    open,
    taken,
    longest,
  }: { now: Instant; open: readonly Span[] | null; taken: readonly Span[]; longest: number },
): Span[] {
  const window = { from: Math.max(day.from, now), until: day.until + longest };
  const free = subtract(open ?? [window], [...taken, { from: day.from - longest, until: now }]);
  const found: Span[] = [];
  for (let at = firstStep(window.from); at < day.until; at += STEP) {
    const start = firstFit(free, at, SHORTEST);
    if (start === undefined || start >= day.until) break;
    at = firstStep(start);
    const span = free.find(({ from, until }) => from <= at && at + SHORTEST <= until);
    if (span && at < day.until)
      found.push({ from: at, until: lastStep(Math.min(span.until, at + longest), at) });
  }
  return found;
}

const firstStep = (at: Instant): Instant => Math.ceil(at / STEP) * STEP;
/** Bookings are offered in steps from their beginning. */
const lastStep = (until: Instant, from: Instant): Instant => from + Math.floor((until - from) / STEP) * STEP;
