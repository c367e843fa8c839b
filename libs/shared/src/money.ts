import Big from 'big.js';

/** An amount in integer euro cents, a safe integer on both databases. */
export type Cents = number & { readonly __unit: 'cents' };

/** No price, line or invoice of a network of workshops reaches a billion euros: a larger one is a typing mistake. */
export const MOST_CENTS = 99_999_999_999;

/** @throws RangeError when `value` is not a safe integer: a fraction of a cent is a bug upstream. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an amount in whole cents: ${value}`);
  return value as Cents;
}

/**
 * The only rounding rule: half away from zero, as French invoices are rounded.
 * Uses a decimal, not a float: 0.1 + 0.2 must not reach an invoice.
 */
export function roundToCents(amount: Big): Cents {
  return cents(amount.round(0, Big.roundHalfUp).toNumber());
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}
