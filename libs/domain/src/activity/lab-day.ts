import type { Instant } from '@pandafab/shared';
import { ZoneClock } from '../scheduling';

/**
 * The day of an instant on a lab's calendar, YYYY-MM-DD.
 * @throws RangeError for a zone that the system does not know
 */
export const labDayOf = (at: Instant, timeZone: string): string =>
  new Date(ZoneClock.of(timeZone).wallOf(at)).toISOString().slice(0, 10);

/** The first instant of a day on a lab's calendar. @param day YYYY-MM-DD */
export const labDayStart = (day: string, timeZone: string): Instant =>
  ZoneClock.of(timeZone).instantOf(Date.parse(`${day}T00:00:00Z`));
