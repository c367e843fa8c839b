import { addDays, type Day } from '../../kit/paris';

/** A month as YYYY-MM. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const firstDayOf = (month: Month): Day => `${month}-01`;

export const nextMonth = (month: Month): Month => monthOf(addDays(firstDayOf(month), 31));

export const lastDayOf = (month: Month): Day => addDays(firstDayOf(nextMonth(month)), -1);

/** From the first to the last month, both included. */
export function monthsFrom(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

/** Cents by month. */
export type ByMonth = ReadonlyMap<Month, number>;

/** Rows of a grouped query. PostgreSQL gives sums as texts. */
export const byMonth = (rows: readonly { month: Month; cents: string | number | null }[]): ByMonth =>
  new Map(rows.map(({ month, cents }) => [month, Number(cents ?? 0)]));

/** The sums of all months until each one. @param months in order */
export function runningSums(
  months: readonly Month[],
  sums: readonly ByMonth[],
  sign: readonly number[],
): number[] {
  return months.map((month) =>
    sums.reduce((total, each, at) => {
      let until = 0;
      for (const [key, cents] of each) if (key <= month) until += cents;
      return total + (sign[at] ?? 1) * until;
    }, 0),
  );
}
