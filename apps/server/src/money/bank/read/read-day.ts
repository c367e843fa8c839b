import type { Day } from '../../kit/paris';

export const DAY_ORDERS = ['dmy', 'ymd', 'mdy'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** A date, and a time after it that is not read. */
const SIGNED = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})(?:[ T].*)?$/;
const UNSIGNED = /^(\d{4})(\d{2})(\d{2})$/;

/** The three numbers of a date as they stand in the text. */
const numbersOf = (text: string): string[] | undefined =>
  (SIGNED.exec(text.trim()) ?? UNSIGNED.exec(text.trim()))?.slice(1, 4);

/** The order of day, month and year in a column: French, unless the dates can only be read in another one. */
export function dayOrderOf(values: readonly string[]): DayOrder {
  const dates = values.flatMap((value) => [numbersOf(value) ?? []]).filter(({ length }) => length === 3);
  if (dates.some(([first = '']) => first.length === 4)) return 'ymd';
  const isAbove12 = (at: number) => dates.some((date) => Number(date[at]) > 12);
  return isAbove12(1) && !isAbove12(0) ? 'mdy' : 'dmy';
}

/** A date of the calendar as YYYY-MM-DD; undefined where it is none. Years of two digits are of this century. */
export function readDay(text: string, order: DayOrder): Day | undefined {
  const numbers = numbersOf(text);
  if (!numbers) return undefined;
  const [first = '', second = '', third = ''] = numbers;
  const [year, month, day] = {
    dmy: [third, second, first],
    ymd: [first, second, third],
    mdy: [third, first, second],
  }[order] as [string, string, string];
  if (year.length !== 2 && year.length !== 4) return undefined;
  const whole = year.length === 2 ? `20${year}` : year;
  const written = [whole, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return isInCalendar(written) && whole >= '1990' && whole <= '2099' ? written : undefined;
}

/** JavaScript reads 30 February as 2 March: the day must come back as it was. */
function isInCalendar(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
