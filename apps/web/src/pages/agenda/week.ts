const DAY_MS = 86_400_000;

/** Days are texts (YYYY-MM-DD) of the lab's calendar: no time zone can move them. */
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const textOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => textOf(numberOf(day) + days);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

export const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(numberOf(text));

/** Monday to Sunday. */
export const daysFrom = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, at) => addDays(monday, at));

/** The days that are shown: Saturday and Sunday only with something to show, or when one of them is today. */
export function shownDays(monday: string, taken: ReadonlySet<string>, today: string): string[] {
  return daysFrom(monday).filter((day) => weekdayOf(day) < 6 || taken.has(day) || day === today);
}

/** Things of each day, in the order in which they came. */
export function byDay<Thing extends { readonly day: string }>(
  things: readonly Thing[],
): ReadonlyMap<string, readonly Thing[]> {
  const days = new Map<string, Thing[]>();
  for (const thing of things) days.set(thing.day, [...(days.get(thing.day) ?? []), thing]);
  return days;
}
