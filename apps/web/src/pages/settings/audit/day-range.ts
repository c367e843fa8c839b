import { endOfDay } from '../../../parts/zone';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** The first instant after a day (YYYY-MM-DD) in a time zone; undefined for a text that is no day. */
const afterDay = (day: string, zone: string): string | undefined =>
  isDay(day) ? new Date(Date.parse(endOfDay(day, zone)) + SECOND_MS).toISOString() : undefined;

/** The instants from which and before which days last, both included; undefined where no day is given. */
export const instantsOfDays = (
  first: string,
  last: string,
  zone: string,
): { readonly from: string | undefined; readonly to: string | undefined } => ({
  from: isDay(first) ? afterDay(dayBefore(first), zone) : undefined,
  to: afterDay(last, zone),
});
