/** A half-year or a year: `2026-H1`, `2026-H2` or `2026`. Its days are days of Europe/Paris. */
export type ReportPeriod = string;

/** Days as YYYY-MM-DD, both included. */
export interface PeriodDays {
  readonly from: string;
  readonly until: string;
}

const FORM = /^(\d{4})(?:-H([12]))?$/;
const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 9998;

interface Parts {
  readonly year: number;
  /** Null: the whole year. */
  readonly half: 1 | 2 | null;
}

function partsOf(period: ReportPeriod): Parts | undefined {
  const found = FORM.exec(period);
  if (!found) return undefined;
  const year = Number(found[1]);
  return { year, half: found[2] === undefined ? null : found[2] === '1' ? 1 : 2 };
}

const demanded = (period: ReportPeriod): Parts => {
  const parts = partsOf(period);
  if (!parts) throw new RangeError(`no period: ${period}`);
  return parts;
};

const written = ({ year, half }: Parts): ReportPeriod => `${year}${half === null ? '' : `-H${half}`}`;

/** True for the text of a half-year or a year that a report can be about. The period before the first one has days too. */
export function isReportPeriod(text: string): boolean {
  const { year } = partsOf(text) ?? { year: 0 };
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

/** The first and the last day of a period. @throws RangeError for a text that is no period */
export function daysOfPeriod(period: ReportPeriod): PeriodDays {
  const { year, half } = demanded(period);
  return {
    from: `${year}-${half === 2 ? '07-01' : '01-01'}`,
    until: `${year}-${half === 1 ? '06-30' : '12-31'}`,
  };
}

/** The period of the same length just before it: of `2026-H1` that is `2025-H2`. @throws RangeError */
export function previousPeriod(period: ReportPeriod): ReportPeriod {
  const { year, half } = demanded(period);
  return half === 2 ? written({ year, half: 1 }) : written({ year: year - 1, half: half === 1 ? 2 : null });
}

/** The half-year that a day is in. @param day YYYY-MM-DD */
export const halfYearOf = (day: string): ReportPeriod =>
  written({ year: Number(day.slice(0, 4)), half: day.slice(5) < '07-01' ? 1 : 2 });

/** True from the day after its last day. @param today in Europe/Paris, YYYY-MM-DD. @throws RangeError */
export const isPeriodOver = (period: ReportPeriod, today: string): boolean =>
  today > daysOfPeriod(period).until;

/** True from its first day. @param today in Europe/Paris. @throws RangeError */
export const hasPeriodBegun = (period: ReportPeriod, today: string): boolean =>
  today >= daysOfPeriod(period).from;

/** The months of a period as YYYY-MM, in order. @throws RangeError */
export function monthsOfPeriod(period: ReportPeriod): string[] {
  const { from, until } = daysOfPeriod(period);
  const [first, last] = [Number(from.slice(5, 7)), Number(until.slice(5, 7))];
  const year = from.slice(0, 4);
  return Array.from(
    { length: last - first + 1 },
    (_, at) => `${year}-${String(first + at).padStart(2, '0')}`,
  );
}

/** Half-years and years that have a day in common with these days, in order; a year after its half-years. */
export function periodsWithin({ from, until }: PeriodDays): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++)
    periods.push(`${year}-H1`, `${year}-H2`, `${year}`);
  return periods.filter((period) => {
    const days = daysOfPeriod(period);
    return days.from <= until && days.until >= from;
  });
}
