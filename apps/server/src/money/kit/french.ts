import type { Unit } from '@pandafab/domain';
import { hoursAndMinutes } from '@pandafab/shared';
import type { Day } from './paris';

/**
 * The format of figures on documents. Documents are in French, also for a reader of English: they are addressed to the
 * client and to the tax office, and frozen.
 */
const euroFormat = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const NO_BREAK = '\u00a0';

export const euros = (cents: number): string => euroFormat.format(cents / 100);

/** 23/11/2026 */
export const frenchDay = (day: Day): string => day.split('-').reverse().join('/');

/** A decimal such as 182.374, with a comma. */
export const frenchDecimal = (decimal: string): string => decimal.replace('.', ',');

/** 550 basis points: 5,5 % */
export const percent = (basisPoints: number): string =>
  `${frenchDecimal(String(basisPoints / 100))}${NO_BREAK}%`;

const unitNames: Record<Unit, string> = { C62: 'unité', HUR: 'h', DAY: 'jour', GRM: 'g', KGM: 'kg' };

/** 182,374 g; hours as people count them: 2 h 30 min. */
export function quantityWithUnit(quantity: string, unit: Unit): string {
  if (unit === 'HUR') return hoursAndMinutes(Number(quantity));
  return `${frenchDecimal(quantity)}${unit === 'C62' ? '' : NO_BREAK + unitNames[unit]}`;
}

/** 2,50 € / h; 83,40 € / 1000 g; the price of one piece has no unit. */
export function unitPrice(cents: number, unit: Unit, basis: number): string {
  if (unit === 'C62' && basis === 1) return euros(cents);
  return `${euros(cents)} / ${basis === 1 ? '' : basis + NO_BREAK}${unitNames[unit]}`;
}
