import type { Instant } from '@pandafab/shared';
import { DateTime } from 'luxon';

/** The network's days, wherever the server stands. */
const ZONE = 'Europe/Paris';

/** What may stand before a formula: apostrophes, blanks of any script, control characters, what is not seen at all. */
const BEFORE = /^['\s\p{Z}\p{C}]+/u;
/** Unicode has more of them: spreadsheets read full-width, small and raised signs, and the minus, as the plain ones. */
const SIGN = /^[=+\-@\u2010-\u2015\u2212\u2795\u2796]/u;
/** By itself no sign, but spreadsheets split cells at it, or leave it out. */
const BREAK = /^'*[\t\r\n]/;

/** Would a spreadsheet take it for a formula? NFKC gives the plain sign of each that only looks otherwise. */
const isFormula = (text: string): boolean =>
  SIGN.test(text.normalize('NFKC').replace(BEFORE, '')) || BREAK.test(text);

/**
 * OWASP, “CSV injection”: a cell that begins like a formula is run by the spreadsheet of whoever opens the file. Behind an
 * apostrophe it is text; one more stands before apostrophes that were there, so that `unguarded` gives back what was.
 */
export const guarded = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** The opposite of `guarded`. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && isFormula(text) ? text.slice(1) : text;

const FORMATS = ['yyyy-MM-dd', 'd/M/yyyy'];

/** The end of that day in Paris; undefined for what is no date. */
export function endOfDay(text: string): Instant | undefined {
  for (const format of FORMATS) {
    const day = DateTime.fromFormat(text, format, { zone: ZONE });
    if (day.isValid && day.year >= 1900) return day.endOf('day').toMillis();
  }
  return undefined;
}

/** What `endOfDay` reads: years of four digits. */
const EARLIEST = DateTime.fromISO('1900-01-01', { zone: ZONE }).toMillis();
const LATEST = DateTime.fromISO('9999-12-31', { zone: ZONE }).endOf('day').toMillis();

/** The last day that lies before an end: midnight ends the day before. What never ends, ends with the year 9999. */
export const lastDay = (end: Instant): string =>
  DateTime.fromMillis(Math.min(Math.max(end - 1, EARLIEST), LATEST), { zone: ZONE }).toFormat('yyyy-MM-dd');
