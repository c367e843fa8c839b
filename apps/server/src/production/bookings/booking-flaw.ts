import { insideSpan, type Span } from '@pandafab/domain';
import type { FaultCode, FaultDetails, Instant } from '@pandafab/shared';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Bookings begin and end on a quarter of an hour. */
export const QUARTER = HOUR / 4;
export const SHORTEST = HOUR;

export interface Offer {
  readonly offered: boolean;
  readonly longestHours: number;
  readonly hoursPerWeek: number;
  readonly daysAhead: number;
}

/** All that decides whether a booking can be made. */
export interface Asked {
  readonly span: Span;
  readonly now: Instant;
  readonly offer: Offer;
  /** Null: always open. */
  readonly open: readonly Span[] | null;
  /** Maintenance and other bookings of the machine. */
  readonly taken: readonly Span[];
  /** Milliseconds that the member has booked in the week of this booking. */
  readonly bookedThisWeek: number;
}

interface Flaw {
  readonly code: FaultCode;
  readonly details?: FaultDetails;
}

/** Why a member cannot have a machine at this time; undefined if they can. */
export function bookingFlaw({ span, now, offer, open, taken, bookedThisWeek }: Asked): Flaw | undefined {
  const length = span.until - span.from;
  const { longestHours, hoursPerWeek, daysAhead } = offer;
  if (!offer.offered) return { code: 'BOOKING.NOT_OFFERED' };
  if (span.from % QUARTER !== 0 || span.until % QUARTER !== 0) return { code: 'BOOKING.NOT_ON_QUARTER' };
  if (length < SHORTEST || length > longestHours * HOUR)
    return { code: 'BOOKING.LENGTH', details: { hours: longestHours } };
  if (span.from < now) return { code: 'BOOKING.PAST' };
  if (span.from > now + daysAhead * DAY) return { code: 'BOOKING.TOO_FAR', details: { days: daysAhead } };
  if (open && !contains(insideSpan(open, span.from), span)) return { code: 'BOOKING.CLOSED' };
  if (taken.some(({ from, until }) => from < span.until && span.from < until))
    return { code: 'BOOKING.TAKEN' };
  if (bookedThisWeek + length > hoursPerWeek * HOUR)
    return { code: 'BOOKING.QUOTA', details: { hours: hoursPerWeek } };
  return undefined;
}

const contains = (outer: Span | undefined, { until }: Span): boolean =>
  outer !== undefined && until <= outer.until;
