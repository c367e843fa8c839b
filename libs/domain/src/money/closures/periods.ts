import type { PaperDay } from '../paper';

/** A day, month or year of the books, by its days of Europe/Paris. */
export const CLOSURE_PERIODS = ['day', 'month', 'year'] as const;
export type ClosurePeriod = (typeof CLOSURE_PERIODS)[number];

/** `2026-11-30`, `2026-11` or `2026`. */
export type PeriodName = string;

const LETTERS: Readonly<Record<ClosurePeriod, string>> = { day: 'J', month: 'M', year: 'A' };

/** The number of a closure: J-2026-11-30, M-2026-11, A-2026 (jour, mois, année). */
export const closureNumber = (period: ClosurePeriod, name: PeriodName): string =>
  `${LETTERS[period]}-${name}`;

export const monthOf = (day: PaperDay): PeriodName => day.slice(0, 7);

/** The first and the last day of a month or year. */
export function daysOf(name: PeriodName): { readonly firstDay: PaperDay; readonly lastDay: PaperDay } {
  const [year = 0, month] = name.split('-').map(Number);
  const first = new Date(Date.UTC(year, month === undefined ? 0 : month - 1, 1));
  const last = new Date(Date.UTC(year, month === undefined ? 12 : month, 0));
  return { firstDay: first.toISOString().slice(0, 10), lastDay: last.toISOString().slice(0, 10) };
}

export const nextDay = (day: PaperDay): PaperDay =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** All days from the first to the last, both included. */
export function daysThrough(first: PaperDay, last: PaperDay): PaperDay[] {
  const days: PaperDay[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}
