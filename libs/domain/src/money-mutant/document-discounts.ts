import { type Cents, cents, roundToCents } from '@pandafab/shared';
import Big from 'big.js';
import type { Discount, SpreadDiscount } from './paper';
import { spread } from './spread';
import type { TaxBase } from './vat-rows';

/** A percentage is taken of what is left of the document; an amount is never more than that. */
function discountCents(discount: Discount, left: number): Cents {
  if (discount.kind === 'amount') return cents(Math.min(discount.cents, left));
  return roundToCents(new Big(left).times(discount.percent).div(100));
}

/**
 * Spreads the discounts of a document over the rows of its VAT breakdown, one part per row (EN 16931, BG-20). Several
 * discounts are taken one after the other, each of what is left. Rows that are not positive get no part.
 * @param rows the sums of the document's own lines, without those that take back a deposit
 * @returns one result per discount; its parts have the order of `rows` and add up to its cents
 */
export function spreadDiscounts(rows: readonly TaxBase[], discounts: readonly Discount[]): SpreadDiscount[] {
  let left: number[] = rows.map(({ baseCents }) => baseCents);
  return discounts.map((discount) => {
    const total = left.reduce((sum, base) => sum + base, 0);
    const whole = discountCents(discount, Math.max(0, total));
    const parts = spread(
      whole,
      left.map((base) => Math.max(0, base)),
    );
    left = left.map((base, at) => base - (parts[at] ?? 0));
    return {
      label: discount.label,
      percent: discount.kind === 'percent' ? discount.percent : null,
      cents: whole,
      parts: rows.map(({ tax }, at) => ({ tax, cents: cents(parts[at] ?? 0) })),
    };
  });
}
