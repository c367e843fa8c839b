import { type Cents, cents, MOST_CENTS, roundToCents } from '@pandafab/shared';
import Big from 'big.js';
import type { AppliedDiscount, Discount, PricedQuantity } from './paper';

/** What a line costs before its discounts, in cents that are not rounded yet. */
export const unroundedCents = ({
  quantity,
  unitPrice,
  basis,
}: Pick<PricedQuantity, 'quantity' | 'unitPrice' | 'basis'>): Big =>
  new Big(quantity).times(unitPrice).times(100).div(basis);

/** A percentage is taken of the line before any discount, and rounded to cents once. */
const askedCents = (discount: Discount, unrounded: Big): number =>
  discount.kind === 'amount' ? discount.cents : roundToCents(unrounded.times(discount.percent).div(100));

/**
 * The amount of a line (BT-131), rounded once, half away from zero: quantity × price ÷ basis, minus its discounts in
 * whole cents. A line that takes back (negative quantity) is the exact mirror of the positive one, with negative
 * discounts. Discounts together are never more than the line: what is above is dropped, in their order.
 */
export function lineAmount(priced: PricedQuantity): {
  readonly discounts: AppliedDiscount[];
  readonly netCents: Cents;
} {
  const unrounded = unroundedCents(priced);
  const sign = unrounded.lt(0) ? -1 : 1;
  let left: number = roundToCents(unrounded.abs());
  const discounts = priced.discounts.map((discount): AppliedDiscount => {
    const taken = Math.min(askedCents(discount, unrounded.abs()), left);
    left -= taken;
    const percent = discount.kind === 'percent' ? discount.percent : null;
    // Adding 0 turns -0 into 0.
    return { label: discount.label, percent, cents: cents(sign * taken + 0) };
  });
  return { discounts, netCents: cents(sign * left + 0) };
}

/** Whether the line's value fits on a document. Other rules refuse quantities and prices that are not decimals. */
export function isPayableLine(priced: Omit<PricedQuantity, 'discounts'>): boolean {
  try {
    return unroundedCents(priced).abs().lte(MOST_CENTS);
  } catch {
    return false;
  }
}
