import type { Schemas } from '../../../api/client';

type Hours = Schemas['WeeklyHours'];

/** An interval of a day as the two fields show it: a closing at 24:00 is shown as 00:00, which means the same. */
export interface Interval {
  readonly opens: string;
  readonly closes: string;
}

/** The intervals of Monday to Sunday. */
export type Days = readonly (readonly Interval[])[];

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Proposed when the first hours of a day are added. */
const FIRST: Interval = { opens: '09:00', closes: '18:00' };
const MIDNIGHT = '00:00';

export const daysOf = (week: readonly Hours[] | null): Days =>
  WEEKDAYS.map((weekday) =>
    (week ?? [])
      .filter((each) => each.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes: closes === '24:00' ? MIDNIGHT : closes })),
  );

export const weekOf = (days: Days): Hours[] =>
  days.flatMap((intervals, at) =>
    intervals.map(({ opens, closes }) => ({
      ...{ weekday: at + 1, opens },
      closes: closes === MIDNIGHT ? '24:00' : closes,
    })),
  );

const replace = (days: Days, at: number, intervals: readonly Interval[]): Days =>
  days.map((each, index) => (index === at ? intervals : each));

/** One interval more on this day, after its last one. */
export function addInterval(days: Days, at: number): Days {
  const intervals = days[at] ?? [];
  const last = intervals.at(-1);
  return replace(days, at, [...intervals, last ? { opens: last.closes, closes: MIDNIGHT } : FIRST]);
}

export const removeInterval = (days: Days, at: number, index: number): Days =>
  replace(
    days,
    at,
    (days[at] ?? []).filter((_, each) => each !== index),
  );

export const changeInterval = (days: Days, at: number, index: number, changes: Partial<Interval>): Days =>
  replace(
    days,
    at,
    (days[at] ?? []).map((interval, each) => (each === index ? { ...interval, ...changes } : interval)),
  );

/** To which days a day can be copied: one day, as its number, or several. */
export type CopyTo = `${number}` | 'weekdays' | 'all';

export function copyDay(days: Days, at: number, to: CopyTo): Days {
  const isMeant = (index: number) =>
    to === 'all' || (to === 'weekdays' ? index < 5 : index === Number(to) - 1);
  return days.map((each, index) => (isMeant(index) ? (days[at] ?? []) : each));
}
