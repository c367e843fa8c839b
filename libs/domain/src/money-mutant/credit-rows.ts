import { type Cents, cents } from '@pandafab/shared';
import type { VatRow } from './paper';
import { findRow, type TaxBase, vatOf, vatRowOf } from './vat-rows';

/**
 * The VAT of what is credited: rounded once per row, never more than is left of the row. The credit that takes the last
 * cent of a base takes all VAT that is left with it.
 * @returns undefined when a base is more than is left of its row
 */
export function creditedRows(bases: readonly TaxBase[], left: readonly VatRow[]): VatRow[] | undefined {
  const rows = bases.map((base) => creditedRow(base, findRow(left, base.tax)));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function creditedRow(base: TaxBase, left: VatRow | undefined): VatRow | undefined {
  if (!left || !isWithin(base.baseCents, left.baseCents)) return undefined;
  const isLast = base.baseCents === left.baseCents;
  const vatCents = isLast
    ? left.vatCents
    : atMost(vatOf(base.baseCents, base.tax.rateBasisPoints), left.vatCents);
  return { ...vatRowOf(base), vatCents };
}

/** Rows of things taken back are negative: then both are. */
const isWithin = (part: number, whole: number): boolean =>
  whole < 0 ? part <= 0 && part >= whole : part >= 0 && part <= whole;

const atMost = (vat: Cents, left: Cents): Cents =>
  cents(left < 0 ? Math.max(vat, left) : Math.min(vat, left));
