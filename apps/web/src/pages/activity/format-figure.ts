import type { Schemas } from '../../api/client';
import { formatEuros, formatNumber } from '../../parts/format';

type Unit = Schemas['IndicatorUnit'];

const NO_BREAK = '\u00a0';
const GRAMS_PER_KILOGRAM = 1000;

/** A figure with its unit; a dash where there is none. */
export function formatFigure(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  if (unit === 'cents') return formatEuros(value);
  if (unit === 'percent') return `${formatNumber(value, 1)}${NO_BREAK}%`;
  if (unit === 'hours') return `${formatNumber(value, 1)}${NO_BREAK}h`;
  if (unit === 'grams' && Math.abs(value) >= 10 * GRAMS_PER_KILOGRAM)
    return `${formatNumber(value / GRAMS_PER_KILOGRAM, 1)}${NO_BREAK}kg`;
  return unit === 'grams' ? `${formatNumber(value)}${NO_BREAK}g` : formatNumber(value);
}

/** How much of the target is reached, in percent; undefined where there is no target, or no figure. */
export const reachedOf = (value: number | null, target: number | null): number | undefined =>
  value === null || target === null || target <= 0 ? undefined : Math.round((value * 100) / target);

/** “+12 %” since the period before; undefined where that says nothing. */
export function changeOf(value: number | null, previous: number | null): string | undefined {
  if (value === null || previous === null || previous <= 0) return undefined;
  const percent = Math.round(((value - previous) * 100) / previous);
  const sign = percent > 0 ? '+' : percent < 0 ? '\u2212' : '';
  return `${sign}${formatNumber(Math.abs(percent))}${NO_BREAK}%`;
}
