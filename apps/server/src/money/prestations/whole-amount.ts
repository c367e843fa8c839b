import { type AppliedDiscount, type Discount, type LineTax, spreadDiscounts } from '@pandafab/domain';
import { type Cents, cents, sumCents } from '@pandafab/shared';
import Big from 'big.js';

interface WholeAmount {
  readonly discounts: readonly AppliedDiscount[];
  readonly linesCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
}

/** Discounts on the whole do not depend on VAT: one row stands for all. */
const ONE_ROW: LineTax = { categoryCode: 'O', rateBasisPoints: 0, exemptionCode: null, exemptionText: null };

/** The sum of lines after the discounts on the whole, one after the other, by the rules of documents. */
export function wholeAmount(nets: readonly number[], asked: readonly Discount[]): WholeAmount {
  const linesCents = sumCents(nets.map(cents));
  const spread = spreadDiscounts([{ tax: ONE_ROW, baseCents: linesCents }], asked);
  const discountCents = sumCents(spread.map((discount) => discount.cents));
  const discounts = spread.map(({ parts: _, ...discount }) => discount);
  return { discounts, linesCents, discountCents, netCents: cents(linesCents - discountCents) };
}

/** 450 cents: 4.50 */
export const eurosOf = (amount: number): string => new Big(amount).div(100).toFixed(2);
