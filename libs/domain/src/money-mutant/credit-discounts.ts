import { type Cents, cents, roundToCents, sumCents } from '@pandafab/shared';
import Big from 'big.js';
import type { Creditable, LineLeft } from './credit-left';
import type { CreditedAmount } from './credit-line';
import type { LineTax, SpreadDiscount } from './paper';
import { isSameRow, taxOf } from './vat-rows';

/** Nets of the items of one row: of the invoice, credited before, and credited with this credit note. */
interface ItemNets {
  readonly all: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The document discounts that go back with the credited lines: per row, pro rata of the nets of its items, for all
 * credits so far together, minus what went back before. With the last item of a row goes all that is left.
 */
export function creditedDiscounts(
  { discounts }: Pick<Creditable, 'discounts'>,
  lefts: readonly LineLeft[],
  credited: readonly CreditedAmount[],
): SpreadDiscount[] {
  return discounts
    .map((discount) => {
      const parts = discount.parts.map((part) => ({
        tax: taxOf(part.tax),
        cents: shareOf(part.cents, itemNets(part.tax, lefts, credited)),
      }));
      return { ...discount, cents: sumCents(parts.map((part) => part.cents)), parts };
    })
    .filter((discount) => discount.cents !== 0);
}

function itemNets(tax: LineTax, lefts: readonly LineLeft[], credited: readonly CreditedAmount[]): ItemNets {
  const isItem = ({ line }: LineLeft) => line.kind === 'item' && isSameRow(line.tax, tax);
  const items = lefts.filter(isItem);
  const before = sumCents(items.map(({ creditedCents }) => creditedCents));
  const now = sumCents(credited.filter(({ left }) => isItem(left)).map(({ netCents }) => netCents));
  return { all: sumCents(items.map(({ line }) => line.netCents)), before, after: before + now };
}

const shareOf = (whole: Cents, { all, before, after }: ItemNets): Cents =>
  cents(shareUpTo(whole, after, all) - shareUpTo(whole, before, all));

function shareUpTo(whole: Cents, net: number, all: number): number {
  if (net >= all) return whole;
  return net <= 0 ? 0 : roundToCents(new Big(whole).times(net).div(all));
}
