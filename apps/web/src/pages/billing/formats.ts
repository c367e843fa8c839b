import { currentLanguage } from '../../i18n/i18n';

const locale = () => (currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB');

/** “janvier 2026”, “janv. 2026”, “janv.”, “J” for 2026-01. */
export const formatMonth = (month: string, length: 'long' | 'medium' | 'short' | 'narrow'): string =>
  new Intl.DateTimeFormat(locale(), {
    month: length === 'medium' ? 'short' : length,
    timeZone: 'UTC',
    ...((length === 'long' || length === 'medium') && { year: 'numeric' }),
  }).format(new Date(`${month}-01T00:00:00Z`));

/** “12 k€”: for an axis. */
export const formatShortEuros = (cents: number): string =>
  new Intl.NumberFormat(locale(), {
    ...{ style: 'currency', currency: 'EUR', notation: 'compact', maximumFractionDigits: 1 },
  }).format(cents / 100);
