import { currentLanguage } from '../../i18n/i18n';
import { withFirst } from '../../parts/format';

const locale = () => (currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB');
const inWords = (day: string, parts: Intl.DateTimeFormatOptions): string =>
  withFirst(
    new Intl.DateTimeFormat(locale(), { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
  );

const LONG = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** “mardi 1er décembre”: a day of the lab's calendar, wherever the reader is. */
export const dayInWords = (day: string): string => inWords(day, LONG);
/** The same with its year. */
export const wholeDay = (day: string): string => inWords(day, { ...LONG, year: 'numeric' });
/** “mar. 1er déc.” */
export const shortDay = (day: string): string =>
  inWords(day, { weekday: 'short', day: 'numeric', month: 'short' });

/** From Monday to Sunday: “30 novembre – 6 décembre 2026”. */
export const weekInWords = (first: string, last: string): string =>
  withFirst(
    new Intl.DateTimeFormat(locale(), {
      ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
    }).formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)),
  );

const WEEKDAY_NAMES_FROM = '2024-01-01';

/** The name of a day of the week; 1 is Monday. */
export const weekdayName = (weekday: number, length: 'long' | 'short' = 'long'): string =>
  inWords(`${WEEKDAY_NAMES_FROM.slice(0, 8)}0${weekday}`, { weekday: length });
