import { hoursAndMinutes } from '../../../../libs/shared/src/typography';
import { currentLanguage } from '../i18n/i18n';

const locale = () => (currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB');

/** French writes the first day of a month as “1er”, which the browser does not. */
export const withFirst = (day: string): string =>
  currentLanguage() === 'fr' ? day.replace(/(^|\s)1(?=\s\p{L}|\s?[–-])/u, '$11er') : day;

export const formatNumber = (value: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

export const formatEuros = (cents: number): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** A price in euros, which may have up to six decimals: “4,50 €”, “0,0834 €”. */
export const formatPrice = (euros: string): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR', maximumFractionDigits: 6 }).format(
    Number(euros),
  );

/** “812 g”, and “12,3 g” where tenths matter. */
export const formatGrams = (grams: number): string =>
  `${formatNumber(grams, Math.abs(grams) < TENTHS_MATTER ? 1 : 0)}\u00a0g`;
const TENTHS_MATTER = 100;

export const formatMoment = (iso: string): string =>
  withFirst(
    new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
  );

/** “14:32:05”, for places where seconds show whether something is current. */
export const formatTime = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(at);

/** “12 k€”: for an axis. */
export const formatShortEuros = (cents: number): string =>
  new Intl.NumberFormat(locale(), {
    ...{ style: 'currency', currency: 'EUR', notation: 'compact', maximumFractionDigits: 1 },
  }).format(cents / 100);

/** “janvier 2026”, “janv. 2026”, “janv.”, “J” for 2026-01. */
export const formatMonth = (month: string, length: 'long' | 'medium' | 'short' | 'narrow'): string =>
  new Intl.DateTimeFormat(locale(), {
    month: length === 'medium' ? 'short' : length,
    timeZone: 'UTC',
    ...((length === 'long' || length === 'medium') && { year: 'numeric' }),
  }).format(new Date(`${month}-01T00:00:00Z`));

export const formatDay = (iso: string): string =>
  withFirst(new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(iso)));

/** “2 h 05”, “7 min”, “40 s”: the same in both languages, and never broken over two lines. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

const FIVE_MINUTES_MS = 300_000;

/**
 * The hour at which something ends that still takes so many seconds, such as “14:35”, with the day where it is not today.
 * Rounded up to five minutes where it is not near: a figure that wavers by a minute says nothing.
 */
export function formatEnd(seconds: number, now: number): string {
  const exact = now + seconds * 1000;
  const end = seconds > 1800 ? Math.ceil(exact / FIVE_MINUTES_MS) * FIVE_MINUTES_MS : exact;
  const isToday = new Date(end).toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : ({ weekday: 'short' } as const);
  return new Intl.DateTimeFormat(locale(), { ...day, hour: '2-digit', minute: '2-digit' }).format(end);
}

const WEEK_MS = 6 * 86_400_000;

/** An hour to come: “14:35” today, “Thursday 14:35” within a week, and with its date later. */
export function formatHour(iso: string, now: number): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date(now).toDateString();
  const far = { day: 'numeric', month: 'long' } as const;
  const day = isToday ? {} : at.getTime() - now < WEEK_MS ? ({ weekday: 'long' } as const) : far;
  return withFirst(
    new Intl.DateTimeFormat(locale(), { ...day, hour: '2-digit', minute: '2-digit' }).format(at),
  );
}

/** A number of hours as hours and minutes. */
export const formatHours = (quantity: string | number): string => hoursAndMinutes(Number(quantity));

export const formatCelsius = (value: number): string => `${formatNumber(value)}\u00a0°C`;
