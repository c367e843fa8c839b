import { MOST_CENTS, roundToCents } from '@pandafab/shared';
import Big from 'big.js';
import { unroundedCents } from '../line-amount';
import type { PaperContent, PaperLine } from '../paper';
import { hasAmount, sumsOf, totalsOf } from '../paper-totals';
import { findRow } from '../vat-rows';
import { type FlawRule, flawIf, isBlank, type PaperFlaw, refusal } from './flaw';

const QUANTITY_PLACES = 4;
const PRICE_PLACES = 6;

const placesOf = (decimal: string): number => new Big(decimal).toFixed().split('.')[1]?.length ?? 0;

/** Quantities and prices have the places that French platforms take, and each line multiplies out. */
export const lineFlaws: FlawRule = ({ lines }) => {
  const counted = lines.filter(hasAmount);
  return [...flawIf(counted.length === 0, refusal('NO_LINES')), ...counted.flatMap(flawsOfLine)];
};

function flawsOfLine(line: PaperLine): PaperFlaw[] {
  const { position, label, quantity, unitPrice } = line;
  return [
    ...flawIf(isBlank(label), refusal('LABEL_MISSING', { position })),
    ...flawIf(
      placesOf(quantity) > QUANTITY_PLACES,
      refusal('QUANTITY_PLACES', { position, most: QUANTITY_PLACES }),
    ),
    ...flawIf(placesOf(unitPrice) > PRICE_PLACES, refusal('PRICE_PLACES', { position, most: PRICE_PLACES })),
    ...flawIf(new Big(unitPrice).lt(0), refusal('PRICE_NEGATIVE', { position })),
    ...flawIf(!multipliesOut(line), refusal('LINE_AMOUNT', { position })),
  ];
}

const multipliesOut = (line: PaperLine): boolean =>
  roundToCents(unroundedCents(line)) - line.discounts.reduce((sum, { cents }) => sum + cents, 0) ===
  line.netCents;

/** Discounts, VAT rows and totals are exactly what the lines give. */
export const sumFlaws: FlawRule = (content) => flawIf(!addsUp(content), refusal('SUMS'));

function addsUp({ kind, lines, discounts, vat, totals }: PaperContent): boolean {
  const counted = lines.filter(hasAmount);
  const expected = sumsOf(counted, [...discounts]);
  const isCredit = kind === 'credit-note' || kind === 'deposit-credit';
  const rowsFit = expected.vat.every((row) => {
    const shown = findRow(vat, row);
    // The last credit of a row takes the VAT that is left, whatever its rounding.
    return shown?.baseCents === row.baseCents && (isCredit || shown.vatCents === row.vatCents);
  });
  const sums = totalsOf(counted, discounts, vat);
  const totalsFit = (Object.keys(sums) as (keyof typeof sums)[]).every((name) => sums[name] === totals[name]);
  const partsFit = discounts.every(
    ({ cents, parts }) => parts.reduce((sum, part) => sum + part.cents, 0) === cents,
  );
  return vat.length === expected.vat.length && rowsFit && totalsFit && partsFit;
}

/** An invoice below 0.00 is a credit note. 0.00 needs something taken back: a deposit of everything. */
export const totalFlaws: FlawRule = ({ lines, totals: { netCents, grossCents } }) => {
  const takesBack = lines.some(({ kind }) => kind === 'earlier');
  return [
    ...flawIf(grossCents < 0 || netCents < 0, refusal('TOTAL_NEGATIVE')),
    ...flawIf(grossCents === 0 && !takesBack, refusal('TOTAL_ZERO')),
    ...flawIf(grossCents > MOST_CENTS, refusal('TOTAL_TOO_LARGE')),
  ];
};
