import { type Cents, cents } from '@pandafab/shared';
import Big from 'big.js';
import { isPayableLine, lineAmount } from './line-amount';
import { grossOf, netOfGross } from './net-of-gross';
import type { PricedQuantity } from './paper';

/** A line whose price is asked for. */
export type Unpriced = Omit<PricedQuantity, 'unitPrice'>;

/** A price, and what the line costs with it: its net, the VAT of this net alone, and their sum. */
interface FoundPrice {
  /** Euros net of VAT, with at most 6 decimals. */
  readonly unitPrice: string;
  readonly netCents: Cents;
  readonly vatCents: Cents;
  readonly grossCents: Cents;
}

/** The price, or those of the nearest amounts with tax; null where no price leads to an amount on that side. */
export type PriceOfGross =
  | { readonly exact: FoundPrice }
  | { readonly below: FoundPrice | null; readonly above: FoundPrice | null };

/** A price has at most 7 digits before the point and 6 after it, as in French electronic invoices. */
const MOST_DECIMALS = 6;
const MOST_PRICE = new Big('9999999.999999');
/** Prices tried on each side of the ideal one, for each number of decimals. */
const MOST_TRIED = 1_000;

/**
 * The price with which a line comes to exactly this amount with tax; of several, one with the fewest decimals. There is
 * none where no net has this amount with tax (9.99 € at 20 %), and for some large quantities, because a price has at
 * most 6 decimals. Then the nearest amounts below and above that a price leads to.
 * @param grossCents above 0
 */
export function priceOfGross(line: Unpriced, grossCents: Cents, rateBasisPoints: number): PriceOfGross {
  const net = netOfGross(grossCents, rateBasisPoints);
  if ('netCents' in net) return search(line, net.netCents, rateBasisPoints);
  const { below, above } = net;
  const lower = below > 0 ? priceOfGross(line, below, rateBasisPoints) : { below: null };
  const upper = priceOfGross(line, above, rateBasisPoints);
  return {
    below: 'exact' in lower ? lower.exact : lower.below,
    above: 'exact' in upper ? upper.exact : upper.above,
  };
}

function search(line: Unpriced, netCents: Cents, rateBasisPoints: number): PriceOfGross {
  const reached: FoundPrice[] = [];
  for (const unitPrice of pricesNear(line, netCents)) {
    const found = withPrice(line, unitPrice, rateBasisPoints);
    if (found?.netCents === netCents) return { exact: found };
    if (found) reached.push(found);
  }
  const sorted = reached.sort((a, b) => a.netCents - b.netCents);
  return {
    below: sorted.findLast((found) => found.netCents < netCents) ?? null,
    above: sorted.find((found) => found.netCents > netCents) ?? null,
  };
}

/** What the line costs with this price; undefined where it costs nothing, or does not fit on a document. */
function withPrice(line: Unpriced, unitPrice: string, rateBasisPoints: number): FoundPrice | undefined {
  if (!isPayableLine({ ...line, unitPrice })) return undefined;
  const { netCents } = lineAmount({ ...line, unitPrice });
  if (netCents <= 0) return undefined;
  const grossCents = grossOf(netCents, rateBasisPoints);
  return { unitPrice, netCents, vatCents: cents(grossCents - netCents), grossCents };
}

/** What discounts leave of a line without rounding: `share` of it, minus `fixed` cents. */
function discountsOf({ discounts }: Unpriced) {
  let share = new Big(1);
  let fixed = new Big(0);
  for (const discount of discounts)
    if (discount.kind === 'percent') share = share.minus(new Big(discount.percent).div(100));
    else fixed = fixed.plus(discount.cents);
  return { share, fixed };
}

/**
 * Prices with which the line's net is near `netCents`: those with few decimals first, and of these the ones nearest to
 * the ideal price first. The line and each discount in percent are rounded by up to half a cent: prices farther away
 * lead to other amounts. At least the prices next to the ideal one are among them.
 */
function* pricesNear(line: Unpriced, netCents: Cents): Generator<string> {
  const { share, fixed } = discountsOf(line);
  if (share.lte(0)) return;
  const priceOfCents = (amount: Big) => amount.div(share).times(line.basis).div(line.quantity).div(100);
  const ideal = priceOfCents(fixed.plus(netCents));
  const span = priceOfCents(new Big(1 + line.discounts.length / 2));
  if (ideal.minus(span).gt(MOST_PRICE)) return;
  const digits = MOST_PRICE.round(0, Big.roundDown).toFixed(0).length;
  for (let decimals = 1 - digits; decimals <= MOST_DECIMALS; decimals++) {
    const step = new Big(10).pow(-decimals);
    const centre = ideal.div(step).round(0);
    const count = Math.min(span.div(step).round(0, Big.roundUp).toNumber(), MOST_TRIED);
    for (let at = 0; at <= count; at++)
      for (const tried of at === 0 ? [centre] : [centre.minus(at), centre.plus(at)]) {
        const price = tried.times(step);
        if (price.gte(0) && price.lte(MOST_PRICE)) yield price.toFixed();
      }
  }
}
