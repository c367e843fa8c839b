import { hoursAndMinutes } from '../../../../libs/shared/src/typography';
import { currentLanguage } from '../i18n/i18n';

const locale = () => (currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB');

export const formatNumber = (value: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

export const formatEuros = (cents: number): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR' }).format(cents / 100);

export const formatMoment = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** “14:32:05”: where seconds tell whether something is now. */
export const formatTime = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(at);

export const formatDay = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(iso));

/** “2 h 05”, “7 min”, “40 s”: as people say it, the same in both languages, and never broken over two lines. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

/** A quantity of hours, as a person counts them. */
export const formatHours = (quantity: string | number): string => hoursAndMinutes(Number(quantity));

export const formatCelsius = (value: number): string => `${formatNumber(value)}\u00a0°C`;
