import type { Instant } from '@pandafab/shared';

/** How long a tablet without a network may keep what it counted. */
export const LATE_DAYS = 7;
const LATE_MS = LATE_DAYS * 86_400_000;
/** The clock of a tablet may be a little fast. */
const FAST_CLOCK_MS = 5 * 60_000;

/**
 * When something was counted that is sent now.
 * @param at what the sender's clock said; undefined: now
 * @returns why it is refused, or the instant, never after `now`
 */
export function countedAt(at: Instant | undefined, now: Instant): Instant | 'future' | 'too-old' {
  if (at === undefined) return now;
  if (at > now + FAST_CLOCK_MS) return 'future';
  if (at < now - LATE_MS) return 'too-old';
  return Math.min(at, now);
}
