import { t } from '../../i18n/i18n';

/** “1er semestre 2026”, “Année 2026” for `2026-H1` and `2026`. */
export function periodName(period: string): string {
  const [year = '', half] = period.split('-');
  if (half === undefined) return t('activity.year', { year });
  return t('activity.half', { year, half: t(half === 'H1' ? 'activity.first' : 'activity.second') });
}

/** The half-years and years that have begun, the latest first. @param today YYYY-MM-DD */
export function periodsUntil(today: string, years: number): string[] {
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: years }, (_, at) => thisYear - at)
    .flatMap((year) => [`${year}-H2`, `${year}-H1`, `${year}`])
    .filter((period) => firstDayOf(period) <= today);
}

/** The first day of a period. */
export const firstDayOf = (period: string): string =>
  `${period.slice(0, 4)}-${period.endsWith('H2') ? '07' : '01'}-01`;

/** The half-year that runs on a day. */
export const halfYearOf = (today: string): string =>
  `${today.slice(0, 4)}-${today.slice(5) < '07-01' ? 'H1' : 'H2'}`;
