import type { Instant } from '@pandafab/shared';
import { DateTime } from 'luxon';

/** Accounting days are Europe/Paris days, in any time zone of the server. */
const ACCOUNTING_ZONE = 'Europe/Paris';

/** A day as YYYY-MM-DD: days can be compared as strings. */
export type Day = string;

export const parisDay = (at: Instant): Day =>
  DateTime.fromMillis(at, { zone: ACCOUNTING_ZONE }).toFormat('yyyy-MM-dd');

export const addDays = (day: Day, days: number): Day =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** The first instant of a day in Paris. */
export const dayStart = (day: Day): Instant => DateTime.fromISO(day, { zone: ACCOUNTING_ZONE }).toMillis();
