import type { LineTax, PaperLine, VatCategory } from '@pandafab/domain';
import { hoursAndMinutes } from '@pandafab/shared';
import * as french from '../../kit/french';

const NO_BREAK = '\u00a0';

/** A true minus sign, as wide as a plus. */
const withMinus = (figure: string): string => figure.replace(/^-/, '\u2212');

export const euros = (cents: number): string => withMinus(french.euros(cents));

const grouped = new Intl.NumberFormat('fr-FR');

/** "0.0834" is 0,0834: at least 2 places, and all that are written. */
function price(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return `${grouped.format(BigInt(whole))},${fraction.replace(/0+$/, '').padEnd(2, '0')}${NO_BREAK}€`;
}

const UNIT_NAMES = { C62: 'unité', HUR: 'h', DAY: 'jour', GRM: 'g', KGM: 'kg' } as const;

/** 2,50 € / h; 83,40 € / 1000 g; the price of one piece has no unit. */
export function unitPrice({ unitPrice: written, unit, basis }: PaperLine): string {
  if (unit === 'C62' && basis === 1) return price(written);
  const per =
    basis === 1 ? UNIT_NAMES[unit] : `${basis}${NO_BREAK}${UNIT_NAMES[unit]}${unit === 'C62' ? 's' : ''}`;
  return `${price(written)} / ${per}`;
}

/** 182,374 g; 2 jours; hours as people count them: 2 h 30 min. */
export function quantity({ quantity: written, unit }: PaperLine): string {
  if (unit === 'HUR') return withMinus(hoursAndMinutes(Number(written)));
  const figure = withMinus(french.frenchDecimal(written));
  if (unit === 'C62') return figure;
  const plural = unit === 'DAY' && Math.abs(Number(written)) >= 2 ? 's' : '';
  return `${figure}${NO_BREAK}${UNIT_NAMES[unit]}${plural}`;
}

const WITHOUT_VAT: Readonly<Record<Exclude<VatCategory, 'S'>, string>> = {
  E: 'exonéré',
  AE: 'autoliq.',
  K: 'exonéré',
  G: 'exonéré',
  O: 'hors TVA',
};

/** Small businesses outside VAT (article 293 B): their documents must say the sentence of the law. */
export const isFranchise = ({ exemptionCode }: LineTax): boolean => exemptionCode === 'VATEX-FR-FRANCHISE';

export function taxOf(tax: LineTax): string {
  if (tax.categoryCode === 'S') return french.percent(tax.rateBasisPoints);
  return isFranchise(tax) ? 'sans TVA' : WITHOUT_VAT[tax.categoryCode];
}

/** "12.5": 12,5 % */
export const percentOf = (percent: string): string => `${french.frenchDecimal(percent)}${NO_BREAK}%`;

/** 123456782 is 123 456 782, in groups as the register prints it. */
export const siren = (digits: string): string =>
  digits.replace(/^(\d{3})(\d{3})(\d{3})/, `$1${NO_BREAK}$2${NO_BREAK}$3${NO_BREAK}`).trim();

export const iban = (written: string): string =>
  written.replace(/\s/g, '').replace(/(.{4})(?=.)/g, `$1${NO_BREAK}`);
