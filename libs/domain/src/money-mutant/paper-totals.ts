import { type Cents, cents, sumCents } from '@pandafab/shared';
import { spreadDiscounts } from './document-discounts';
import type { Discount, PaperLineKind, PaperTotals, SpreadDiscount, VatRow } from './paper';
import { basesOf, isSameRow, type TaxBase, type TaxedCents, vatRowOf } from './vat-rows';

/** A line as far as totals need it. Without a kind it is an item. */
export interface TotalledLine extends TaxedCents {
  readonly kind?: PaperLineKind;
}

/** The amounts below the lines of a document. */
export interface PaperSums {
  readonly discounts: SpreadDiscount[];
  readonly vat: VatRow[];
  readonly totals: PaperTotals;
}

/** Texts have no amount, and a subtotal repeats amounts of other lines. */
export const hasAmount = ({ kind = 'item' }: { readonly kind?: PaperLineKind }): boolean =>
  kind === 'item' || kind === 'earlier';

/**
 * Discounts, VAT breakdown and totals of a document. Discounts apply to its items, not to the lines that take back
 * deposits and parts. VAT is rounded once per category and rate, on lines minus discounts; totals are sums
 * (EN 16931, BR-CO-10 to BR-CO-17, exactly).
 */
export function paperTotals(lines: readonly TotalledLine[], asked: readonly Discount[]): PaperSums {
  const counted = lines.filter(hasAmount);
  const items = counted.filter(({ kind }) => kind !== 'earlier');
  return sumsOf(counted, spreadDiscounts(basesOf(items), asked));
}

/** As `paperTotals`, with discounts that are spread already. */
export function sumsOf(counted: readonly TaxedCents[], discounts: SpreadDiscount[]): PaperSums {
  const vat = basesOf(counted).map((row) => vatRowOf(lowered(row, discounts)));
  return { discounts, vat, totals: totalsOf(counted, discounts, vat) };
}

function lowered({ tax, baseCents }: TaxBase, discounts: readonly SpreadDiscount[]): TaxBase {
  const parts = discounts.flatMap((discount) => discount.parts.filter((part) => isSameRow(part.tax, tax)));
  return { tax, baseCents: cents(baseCents - sumCents(parts.map((part) => part.cents))) };
}

/** Totals as sums of lines, discounts and VAT rows. */
export function totalsOf(
  lines: readonly { readonly netCents: Cents }[],
  discounts: readonly Pick<SpreadDiscount, 'cents'>[],
  vat: readonly VatRow[],
): PaperTotals {
  const linesCents = sumCents(lines.map(({ netCents }) => netCents));
  const discountCents = sumCents(discounts.map((discount) => discount.cents));
  const netCents = cents(linesCents - discountCents);
  const vatCents = sumCents(vat.map((row) => row.vatCents));
  return { linesCents, discountCents, netCents, vatCents, grossCents: sumCents([netCents, vatCents]) };
}
