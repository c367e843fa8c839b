import { type Cents, cents, roundToCents } from '@pandafab/shared';
import Big from 'big.js';
import type { LineLeft } from './credit-left';
import { unroundedCents } from './line-amount';
import type { AppliedDiscount, Citation, PaperLine } from './paper';

/** What of a line is credited: a quantity without sign, and its net with the sign of the line. */
export interface CreditedAmount {
  readonly left: LineLeft;
  readonly quantity: string;
  readonly netCents: Cents;
}

/**
 * The net of a quantity of a line: the net of all that is credited so far with it, minus what was credited before, so
 * that the credits of a line add up to its net. The whole quantity left takes the cents left.
 */
export function creditedNet({ line, quantity, netCents, creditedCents }: LineLeft, asked: string): Cents {
  const left = new Big(quantity).minus(asked);
  if (left.eq(0)) return netCents;
  const whole = new Big(line.quantity).abs();
  const plain = unroundedCents(line).minus(line.discounts.reduce((sum, { cents }) => sum + cents, 0));
  // A discount of 100 % on half a cent leaves an unrounded amount with the other sign: the line is 0.00.
  const net = line.netCents === 0 ? new Big(0) : plain;
  return cents(roundToCents(net.times(whole.minus(left)).div(whole)) - creditedCents);
}

/**
 * The line of the credit note: text, price and tax are the invoice's. Where quantity × price ÷ basis − discounts is not
 * its net to the cent, the discounts, or without discounts the price, are those that give the net: each line of each
 * document multiplies out.
 */
export function creditLine(
  { left: { line }, quantity, netCents }: CreditedAmount,
  position: number,
  cites: Citation,
): PaperLine {
  const signed = line.quantity.startsWith('-') ? `-${quantity}` : quantity;
  const same = { ...line, position, quantity: signed, netCents, cites, creditedPosition: line.position };
  const plain = roundToCents(unroundedCents(same));
  const sign = signed.startsWith('-') ? -1 : 1;
  const discount = sign * (plain - netCents);
  if (discount === 0) return { ...same, discounts: [] };
  if (discount > 0 && line.discounts.length > 0)
    return { ...same, discounts: sharedOut(line.discounts, discount, sign) };
  return { ...same, discounts: [], ...priceFor(netCents, signed, line.basis) };
}

/** The discounts of a line, scaled to `whole` cents; the last takes what is missing. */
function sharedOut(discounts: readonly AppliedDiscount[], whole: number, sign: number): AppliedDiscount[] {
  const total = discounts.reduce((sum, { cents }) => sum + Math.abs(cents), 0);
  let left = whole;
  const scaled = discounts.map((discount, at) => {
    const plain = total === 0 ? 0 : roundToCents(new Big(Math.abs(discount.cents)).times(whole).div(total));
    const part = at === discounts.length - 1 ? left : Math.min(plain, left);
    left -= part;
    return { ...discount, cents: cents(sign * part) };
  });
  return scaled.filter((discount) => discount.cents !== 0);
}

const PRICE_PLACES = 6;
const WIDER = 1_000;

/** A price with at most 6 places that gives the net for the quantity, for a larger basis where it takes that. */
function priceFor(netCents: Cents, quantity: string, basis: number): { unitPrice: string; basis: number } {
  const price = new Big(netCents).div(100).times(basis).div(quantity).round(PRICE_PLACES, Big.roundHalfUp);
  const found = { unitPrice: price.toFixed(), basis };
  if (roundToCents(unroundedCents({ quantity, ...found })) === netCents) return found;
  return priceFor(netCents, quantity, basis * WIDER);
}
