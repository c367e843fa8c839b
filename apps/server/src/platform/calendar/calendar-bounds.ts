import type { Instant } from '@pandafab/shared';

/** What is over stays in a calendar for so long: programs would lose it on the next day. */
const PAST_MS = 31 * 86_400_000;
/** Events of one calendar. */
export const MOST_EVENTS = 1000;

/** What ended before is not in a calendar any more. */
export const calendarSince = (now: Instant): Instant => now - PAST_MS;
