import type { Instant } from '@pandafab/shared';
import { clip, mergeSpans, type Span } from './span';
import { ZoneClock } from './zone-clock';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Hours of one day, as 'HH:MM' on the lab's clock. A closing at or before the opening is on the next day. */
export interface DayHours {
  /** From '00:00' to '23:59'. */
  readonly opens: string;
  /** From '00:00' to '24:00'. */
  readonly closes: string;
}

/** Hours of each such day of the week: 1 is Monday, 7 is Sunday. A day may have several. */
export interface WeeklyHours extends DayHours {
  readonly weekday: number;
}

/** Days with other hours than the week's, or with none. Both days are included, as YYYY-MM-DD on the lab's calendar. */
export interface CalendarException {
  readonly firstDay: string;
  readonly lastDay: string;
  /** Empty: closed. */
  readonly hours: readonly DayHours[];
  /** In the words of the lab's staff. */
  readonly reason: string;
}

/** A date as the number of days since 1 January 1970. */
type DayNumber = number;

const dayNumber = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / DAY;
/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes from the beginning of a day; the end may be on the next day. */
interface Minutes {
  readonly from: number;
  readonly until: number;
}

function minutes({ opens, closes }: DayHours): Minutes {
  const [from, until] = [minutesOf(opens), minutesOf(closes)];
  return { from, until: until > from ? until : until + 24 * 60 };
}

const ALL_DAY: readonly Minutes[] = [{ from: 0, until: 24 * 60 }];

/**
 * When a lab is open, sorted and disjoint, inside the window.
 *
 * - Hours belong to the day on which they begin: Friday 20:00–02:00 stays open until Saturday 02:00, even if Saturday
 *   is an exception.
 * - Where several exceptions cover a day, the shortest one counts: open on 15 August within a month of closing. Of
 *   equally long ones the latest to begin counts.
 * - A lab without weekly hours (null) is open day and night except for its exceptions.
 * - When the clock goes forward, a time that it skips is the instant of the skip: 02:30–05:00 begins at 03:00.
 *   When it goes back, a time that exists twice is the first of both: 00:00–02:30 ends at the first 02:30.
 *
 * @param zone IANA name of the lab's zone
 * @returns null for a lab that is always open: no weekly hours and no exceptions
 * @throws RangeError for an unknown zone
 */
export function openSpans(
  hours: readonly WeeklyHours[] | null,
  exceptions: readonly CalendarException[],
  zone: string,
  from: Instant,
  until: Instant,
): Span[] | null {
  if (!hours && exceptions.length === 0) return null;
  const clock = ZoneClock.of(zone);
  const hoursOn = hoursByDay(hours, exceptions);
  // Hours of the day before may last into this one, and those of a whole skipped day into the next.
  const first = Math.floor(clock.wallOf(from) / DAY) - 2;
  const last = Math.floor(clock.wallOf(until) / DAY) + 1;
  const spans: Span[] = [];
  for (let day = first; day <= last; day++)
    for (const on of hoursOn(day))
      spans.push({
        from: clock.instantOf(day * DAY + on.from * MINUTE),
        until: clock.instantOf(day * DAY + on.until * MINUTE),
      });
  return clip(mergeSpans(spans), { from, until });
}

/** The hours of a day, from its shortest exception or else from its week. */
function hoursByDay(
  hours: readonly WeeklyHours[] | null,
  exceptions: readonly CalendarException[],
): (day: DayNumber) => readonly Minutes[] {
  const week = Array.from({ length: 8 }, (_, weekday) =>
    hours ? hours.filter((each) => each.weekday === weekday).map(minutes) : ALL_DAY,
  );
  const ranges = exceptions
    .map(({ firstDay, lastDay, hours: others }) => ({
      first: dayNumber(firstDay),
      last: dayNumber(lastDay),
      hours: others.map(minutes),
    }))
    .sort((a, b) => a.last - a.first - (b.last - b.first) || b.first - a.first);
  return (day) =>
    ranges.find(({ first, last }) => first <= day && day <= last)?.hours ?? week[weekdayOf(day)] ?? [];
}
