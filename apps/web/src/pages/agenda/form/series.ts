import { addDays, isDay, mondayOf, weekdayOf } from '../week';

/** When a series repeats. Days are of the lab's calendar. */
interface Rule {
  readonly weekdays: readonly number[];
  readonly everyWeeks: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly except: readonly string[];
}

/** As the server: a series has no more dates. */
export const MOST_DATES = 200;

/**
 * The days of a series for the preview, those left out too; `MOST_DATES` and one more at most. The server computes them
 * again: “each so many weeks” counts weeks from Monday to Sunday, from that of the first day.
 */
export function seriesDays({ weekdays, everyWeeks, firstDay, lastDay }: Omit<Rule, 'except'>): string[] {
  if (!isDay(firstDay) || !isDay(lastDay) || !(everyWeeks >= 1)) return [];
  const days: string[] = [];
  for (let monday = mondayOf(firstDay); monday <= lastDay; monday = addDays(monday, 7 * everyWeeks))
    for (const weekday of [...weekdays].sort()) {
      const day = addDays(monday, weekday - 1);
      if (day < firstDay || day > lastDay) continue;
      days.push(day);
      if (days.length > MOST_DATES) return days;
    }
  return days;
}

/** Puts a value into a list, or takes it out. */
export const toggled = <Value>(list: readonly Value[], value: Value): Value[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value];

/** The day of the week on which a series begins, when none was chosen yet. */
export const weekdaysFor = (firstDay: string): number[] => (isDay(firstDay) ? [weekdayOf(firstDay)] : []);
