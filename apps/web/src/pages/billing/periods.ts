/** Days are YYYY-MM-DD and months YYYY-MM. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month that is so many months later. */
export function monthsLater(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + count, 1));
  return at.toISOString().slice(0, 7);
}

export const lastDayOf = (month: string): string => {
  const next = Date.parse(`${monthsLater(month, 1)}-01T00:00:00Z`);
  return new Date(next - DAY_MS).toISOString().slice(0, 10);
};
const DAY_MS = 86_400_000;

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The months of a choice: a year, or else the last twelve. */
export function monthsOf(choice: string, today: string): Span {
  if (/^\d{4}$/.test(choice)) return { from: `${choice}-01`, to: `${choice}-12` };
  const to = monthOf(today);
  return { from: monthsLater(to, -11), to };
}

/** The periods that exports are mostly made for, as days. */
export function usualPeriods(today: string): Readonly<Record<'lastMonth' | 'thisYear' | 'lastYear', Span>> {
  const before = monthsLater(monthOf(today), -1);
  const year = Number(today.slice(0, 4));
  return {
    lastMonth: { from: `${before}-01`, to: lastDayOf(before) },
    thisYear: { from: `${year}-01-01`, to: `${year}-12-31` },
    lastYear: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  };
}
