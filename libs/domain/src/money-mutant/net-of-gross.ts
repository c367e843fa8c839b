import { type Cents, cents } from '@pandafab/shared';
import Big from 'big.js';
import { vatOf } from './vat-rows';

/** The net of an amount with tax, or the nearest amounts below and above that have one. */
export type NetOfGross =
  | { readonly netCents: Cents; readonly vatCents: Cents }
  | { readonly below: Cents; readonly above: Cents };

export const grossOf = (netCents: Cents, rateBasisPoints: number): Cents =>
  cents(netCents + vatOf(netCents, rateBasisPoints));

/**
 * The net whose VAT, rounded once, gives exactly this amount with tax. At 20 % one amount in six has none: 9.99 is
 * 9.98 or 10.00.
 * @param grossCents may be negative: the mirror of the positive amount
 */
export function netOfGross(grossCents: Cents, rateBasisPoints: number): NetOfGross {
  if (grossCents < 0) return mirrored(netOfGross(cents(-grossCents), rateBasisPoints));
  const share = new Big(grossCents).times(10_000).div(10_000 + rateBasisPoints);
  // The amount with tax grows with the net, so the last net that is not above is next to the unrounded one.
  let net = cents(share.round(0, Big.roundDown).toNumber() + 1);
  while (grossOf(net, rateBasisPoints) > grossCents) net = cents(net - 1);
  const below = grossOf(net, rateBasisPoints);
  if (below === grossCents) return { netCents: net, vatCents: vatOf(net, rateBasisPoints) };
  return { below, above: grossOf(cents(net + 1), rateBasisPoints) };
}

function mirrored(found: NetOfGross): NetOfGross {
  if ('netCents' in found) return { netCents: cents(-found.netCents), vatCents: cents(0 - found.vatCents) };
  return { below: cents(-found.above), above: cents(-found.below) };
}
