/** An exact decimal as a fraction: `numerator` ÷ 10 to the power of `places`. */
interface Decimal {
  readonly numerator: bigint;
  readonly places: number;
}

function parse(written: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(written);
  if (!match) throw new Error(`Not a decimal: ${written}`);
  const [, sign, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return { numerator: sign ? -digits : digits, places: fraction.length };
}

export const decimalsOf = (written: string): number => parse(written).places;

/** An amount in cents. Throws when it has parts of a cent. */
export function centsOf(written: string): bigint {
  const { numerator, places } = parse(written);
  if (places <= 2) return numerator * 10n ** BigInt(2 - places);
  const divisor = 10n ** BigInt(places - 2);
  if (numerator % divisor !== 0n) throw new Error(`Parts of a cent: ${written}`);
  return numerator / divisor;
}

/** To the nearest whole number, half away from zero. The divisor is positive. */
function nearest(dividend: bigint, divisor: bigint): bigint {
  const twice = 2n * (dividend < 0n ? -dividend : dividend) + divisor;
  const magnitude = twice / (2n * divisor);
  return dividend < 0n ? -magnitude : magnitude;
}

/** Quantity × price ÷ basis − what is taken off in cents, rounded once to cents. */
export function lineCents(quantity: string, price: string, basis: string, offCents: bigint): bigint {
  const [q, p, b] = [parse(quantity), parse(price), parse(basis)];
  const dividend = q.numerator * p.numerator * 10n ** BigInt(b.places + 2);
  const divisor = b.numerator * 10n ** BigInt(q.places + p.places);
  return nearest(dividend - offCents * divisor, divisor);
}

/** A percentage of an amount, rounded to cents. */
export function percentCents(baseCents: bigint, percent: string): bigint {
  const { numerator, places } = parse(percent);
  return nearest(baseCents * numerator, 10n ** BigInt(places + 2));
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, each) => total + each, 0n);
