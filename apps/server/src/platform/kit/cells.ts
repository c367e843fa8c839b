import type { Instant } from '@pandafab/shared';
import { DateTime } from 'luxon';

/** The time zone of the network's days, whatever the server's time zone. */
const ZONE = 'Europe/Paris';

/**
 * Characters that may precede a formula: apostrophes, blanks of any script, control characters, invisible characters.
 */
const BEFORE = /^['\s\p{Z}\p{C}]+/u;
/**
 * Unicode has more signs than ASCII: spreadsheets read full-width, small and raised signs, and the minus, as the
 * plain ones.
 */
const SIGN = /^[=+\-@\u2010-\u2015\u2212\u2795\u2796]/u;
/** Not a sign itself, but spreadsheets split cells at it, or ignore it. */
const BREAK = /^'*[\t\r\n]/;

/** True where a spreadsheet would read the text as a formula. NFKC replaces look-alike signs by the plain ones. */
const isFormula = (text: string): boolean =>
  SIGN.test(text.normalize('NFKC').replace(BEFORE, '')) || BREAK.test(text);

/**
 * OWASP, “CSV injection”: a cell that begins like a formula is run by the spreadsheet of the person who opens the
 * file. After an apostrophe it is text; one more is added before existing apostrophes, so that `unguarded` returns
 * the original.
 */
export const guarded = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** The opposite of `guarded`. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && isFormula(text) ? text.slice(1) : text;

const FORMATS = ['yyyy-MM-dd', 'd/M/yyyy'];

/** The end of that day in Paris; undefined for text that is no date. */
export function endOfDay(text: string): Instant | undefined {
  for (const format of FORMATS) {
    const day = DateTime.fromFormat(text, format, { zone: ZONE });
    if (day.isValid && day.year >= 1900) return day.endOf('day').toMillis();
  }
  return undefined;
}

/** The years that `endOfDay` reads have four digits. */
const EARLIEST = DateTime.fromISO('1900-01-01', { zone: ZONE }).toMillis();
const LATEST = DateTime.fromISO('9999-12-31', { zone: ZONE }).endOf('day').toMillis();

/** The last day before an end: midnight ends the day before. An end without limit becomes the year 9999. */
export const lastDay = (end: Instant): string =>
  DateTime.fromMillis(Math.min(Math.max(end - 1, EARLIEST), LATEST), { zone: ZONE }).toFormat('yyyy-MM-dd');
