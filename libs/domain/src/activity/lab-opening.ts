import type { Instant } from '@pandafab/shared';
import type { Span } from '../scheduling';
import { labDayOf } from './lab-day';

const HOUR = 3_600_000;
/** A lab that was not closed by a person is closed after so long at the latest. */
export const LONGEST_OPENING_MS = 14 * HOUR;
/** How long after its hours a lab may still be open before it counts as forgotten. */
const AFTER_HOURS_MS = 3 * HOUR;
/** The most that a correction may say. */
const LONGEST_CORRECTED_MS = 24 * HOUR;

/**
 * When a lab that was left open is taken to have closed: at the end of that day's opening hours, or 14 hours after it
 * opened where it has none left on that day. Undefined while it may really be open.
 * @param hours the opening hours around that time; null: always open, so that only the 14 hours count
 */
export function forgottenClosing(
  openedAt: Instant,
  now: Instant,
  hours: readonly Span[] | null,
  timeZone: string,
): Instant | undefined {
  const latest = openedAt + LONGEST_OPENING_MS;
  const day = labDayOf(openedAt, timeZone);
  const ends = (hours ?? [])
    .filter(({ from, until }) => until > openedAt && labDayOf(from, timeZone) <= day)
    .map(({ until }) => until);
  const end = ends.length > 0 ? Math.min(Math.max(...ends), latest) : latest;
  const isForgotten = now >= latest || (end < latest && now >= end + AFTER_HOURS_MS);
  return isForgotten ? end : undefined;
}

export interface OpeningTimes {
  readonly openedAt: Instant;
  /** Null: still open. */
  readonly closedAt: Instant | null;
}

/** What is wrong with the times of an opening; undefined: nothing. @param others the lab's other openings */
export function openingFlaw(
  { openedAt, closedAt }: OpeningTimes,
  others: readonly OpeningTimes[],
  now: Instant,
): 'future' | 'order' | 'too-long' | 'overlaps' | undefined {
  const end = closedAt ?? now;
  if (openedAt > now || end > now) return 'future';
  if (end < openedAt || (closedAt !== null && closedAt === openedAt)) return 'order';
  if (end - openedAt > LONGEST_CORRECTED_MS) return 'too-long';
  const overlaps = others.some((other) => other.openedAt < end && (other.closedAt ?? now) > openedAt);
  return overlaps ? 'overlaps' : undefined;
}
