import { euros } from '../../../money/rendering/pdf/figures';
import type { ReportFigure } from '../report-content.dto';

const NO_BREAK = '\u00a0';
const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Where there is no figure. */
export const NOTHING = '–';

export const count = (value: number): string => whole.format(value).replace('-', '\u2212');

/** A figure as French pages print it: 1 234, 43,8 %, 12,50 €. */
export function figure(value: number | null, unit: ReportFigure['unit']): string {
  if (value === null) return NOTHING;
  if (unit === 'cents') return euros(value);
  if (unit === 'percent') return `${tenths.format(value)}${NO_BREAK}%`;
  if (unit === 'hours') return `${tenths.format(value)}${NO_BREAK}h`;
  if (unit === 'grams') return grams(value);
  return count(value);
}

/** Short, for large print: euros without cents, hours without minutes. */
export function shortFigure(value: number | null, unit: ReportFigure['unit']): string {
  if (value === null) return NOTHING;
  if (unit === 'cents') return `${count(Math.round(value / 100))}${NO_BREAK}€`;
  if (unit === 'hours') return `${count(Math.round(value))}${NO_BREAK}h`;
  return figure(value, unit);
}

const grams = (value: number): string =>
  Math.abs(value) < 10_000 ? `${count(value)}${NO_BREAK}g` : `${tenths.format(value / 1000)}${NO_BREAK}kg`;

/** How a figure moved since the period before, in percent; null where that says nothing. */
export function change(value: number | null, previous: number | null): string | null {
  if (value === null || previous === null || previous <= 0) return null;
  const percent = Math.round(((value - previous) * 100) / previous);
  const sign = percent > 0 ? '+' : percent < 0 ? '\u2212' : '';
  return `${sign}${whole.format(Math.abs(percent))}${NO_BREAK}%`;
}

const MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

/** 2026-03 is “mars”. */
export const monthWord = (month: string): string => MONTHS[Number(month.slice(5)) - 1] ?? month;
