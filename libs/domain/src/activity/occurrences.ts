import type { Span } from '../scheduling/span';
import { ZoneClock } from '../scheduling/zone-clock';
import type { WeeklyRule } from './weekly-rule';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** More dates of one series are most often a mistake in its last day. */
export const MOST_OCCURRENCES = 200;

/** One date of a series. */
export interface Occurrence extends Span {
  /** The day of its beginning on the lab's calendar, YYYY-MM-DD. */
  readonly day: string;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The dates of a series, the earliest first: `MOST_OCCURRENCES` and one more at most, so that a caller sees that there
 * are too many.
 *
 * - Each begins at the same time on the lab's clock, in summer and in winter, and lasts the same number of minutes: one
 *   that begins before midnight ends on the next day.
 * - When the clock goes forward, a beginning that it skips is the instant of the skip. When it goes back, a beginning
 *   that exists twice is the first of both.
 * - “Each so many weeks” counts calendar weeks from the week of the first day, Monday to Sunday.
 *
 * @param zone IANA name of the lab's zone
 */
export function occurrences(rule: WeeklyRule, zone: string): Occurrence[] {
  const clock = ZoneClock.of(zone);
  const [first, last] = [dayNumber(rule.firstDay), dayNumber(rule.lastDay)];
  const firstMonday = first - (weekdayOf(first) - 1);
  const except = new Set(rule.except);
  const found: Occurrence[] = [];
  for (let day = first; day <= last && found.length <= MOST_OCCURRENCES; day++) {
    const week = Math.floor((day - firstMonday) / 7);
    if (week % rule.everyWeeks !== 0 || !rule.weekdays.includes(weekdayOf(day))) continue;
    if (except.has(dayText(day))) continue;
    const from = clock.instantOf(day * DAY + minutesOf(rule.begins) * MINUTE);
    found.push({ day: dayText(day), from, until: from + rule.minutes * MINUTE });
  }
  return found;
}

/** The day of an instant on the calendar of a zone, YYYY-MM-DD. */
export const dayIn = (zone: string, at: number): string =>
  dayText(Math.floor(ZoneClock.of(zone).wallOf(at) / DAY));

/**
 * Moves a session of a series as another one was moved: by as many days, and to as much earlier or later on the lab's
 * clock; its new length is that of the other.
 */
export function movedLike(span: Span, { from, until }: Span, to: Span, zone: string): Span {
  const clock = ZoneClock.of(zone);
  const shift = clock.wallOf(to.from) - clock.wallOf(from);
  const begin = shift === 0 ? span.from : clock.instantOf(clock.wallOf(span.from) + shift);
  const isSameLength = to.until - to.from === until - from;
  return { from: begin, until: begin + (isSameLength ? span.until - span.from : to.until - to.from) };
}
