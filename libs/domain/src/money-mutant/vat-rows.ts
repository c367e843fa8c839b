import { type Cents, roundToCents, sumCents } from '@pandafab/shared';
import Big from 'big.js';
import { type LineTax, VAT_CATEGORIES, type VatRow } from './paper';

/** Where an amount belongs in the VAT breakdown: there is one row per category and rate (EN 16931, BG-23). */
export type TaxKey = Pick<LineTax, 'categoryCode' | 'rateBasisPoints'>;

/** An amount net of VAT and how it is taxed. */
export interface TaxedCents {
  readonly netCents: Cents;
  readonly tax: LineTax;
}

/** A row of the VAT breakdown before VAT is computed. */
export interface TaxBase {
  readonly tax: LineTax;
  readonly baseCents: Cents;
}

const BASIS_POINTS = 10_000;

/** The VAT of a base, rounded once, half away from zero. The rate is in basis points: 550 is 5.5 %. */
export const vatOf = (baseCents: Cents, rateBasisPoints: number): Cents =>
  roundToCents(new Big(baseCents).times(rateBasisPoints).div(BASIS_POINTS));

export const isSameRow = (a: TaxKey, b: TaxKey): boolean =>
  a.categoryCode === b.categoryCode && a.rateBasisPoints === b.rateBasisPoints;

/** The order of rows on every document: the highest rate first, then as in `VAT_CATEGORIES`. */
export const byRow = (a: TaxKey, b: TaxKey): number =>
  b.rateBasisPoints - a.rateBasisPoints ||
  VAT_CATEGORIES.indexOf(a.categoryCode) - VAT_CATEGORIES.indexOf(b.categoryCode);

export const findRow = <Row extends TaxKey>(rows: readonly Row[], key: TaxKey): Row | undefined =>
  rows.find((row) => isSameRow(row, key));

/** Only the four fields of a tax, whatever else the object carries. */
export const taxOf = ({ categoryCode, rateBasisPoints, exemptionCode, exemptionText }: LineTax): LineTax => ({
  categoryCode,
  rateBasisPoints,
  exemptionCode,
  exemptionText,
});

/**
 * Sums amounts per category and rate, in the order of rows. A row takes the exemption of its first amount:
 * `paperFlaws` refuses documents where amounts of one row have different exemptions.
 */
export function basesOf(amounts: readonly TaxedCents[]): TaxBase[] {
  const groups = new Map<string, { tax: LineTax; nets: Cents[] }>();
  for (const { tax, netCents } of amounts) {
    const key = `${tax.categoryCode} ${tax.rateBasisPoints}`;
    const group = groups.get(key);
    if (group) group.nets.push(netCents);
    else groups.set(key, { tax: taxOf(tax), nets: [netCents] });
  }
  return [...groups.values()]
    .map(({ tax, nets }) => ({ tax, baseCents: sumCents(nets) }))
    .sort((a, b) => byRow(a.tax, b.tax));
}

/** The row of the VAT breakdown for a base: its VAT is rounded once. */
export const vatRowOf = ({ tax, baseCents }: TaxBase): VatRow => ({
  ...taxOf(tax),
  baseCents,
  vatCents: vatOf(baseCents, tax.rateBasisPoints),
});
