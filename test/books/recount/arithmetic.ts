/** Whole numbers only, apart from the service's own arithmetic. */

/** A decimal text as a whole number of its smallest places: `12.345` with 6 places is 12345000. */
export function scaled(decimal: string, places: number): bigint {
  const [whole = '0', part = ''] = decimal.split('.');
  return BigInt(whole + part.padEnd(places, '0'));
}

/** Division to the nearest, half away from zero. */
export function divided(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -(by / 2n) : by / 2n;
  return (value + half) / by;
}

/** Quantity (4 places) × price in euros (6 places), in cents. */
export const lineCents = (quantity: string, price: string): number =>
  Number(divided(scaled(quantity, 4) * scaled(price, 6), 10n ** 8n));

/** VAT of a base: the rate in basis points. */
export const vatCents = (base: number, rate: number): number =>
  Number(divided(BigInt(base) * BigInt(rate), 10_000n));

/**
 * A print: 1 € of set-up, 2.50 € for an hour (counted to 4 places), 83.40 € for 1000 g; net, each part rounded once.
 */
export function printCents({ seconds, milligrams }: { seconds: number; milligrams: number }): number {
  const hours = divided(BigInt(seconds) * 10_000n, 3_600n);
  const machine = divided(hours * 250n, 10_000n);
  const material = divided(BigInt(milligrams) * 8_340n, 1_000_000n);
  return Number(100n + machine + material);
}

/** The sum of a list. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Adds to a number in a map. */
export function addTo<Key>(map: Map<Key, number>, key: Key, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}
