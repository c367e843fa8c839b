/** Numbers that look random and are the same for the same seed: nothing else decides what happens in the city. */

/** @typedef {() => number} Random from 0 to below 1 */

/**
 * mulberry32, public domain.
 * @param {number} seed
 * @returns {Random}
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Each part of the city has numbers of its own: more visits change no session.
 * @param {number} seed
 * @param {string} part
 */
export function randomOf(seed, part) {
  let mixed = seed >>> 0;
  for (const character of part) mixed = (Math.imul(mixed ^ character.charCodeAt(0), 0x01000193) + 1) >>> 0;
  return randomFrom(mixed);
}

/**
 * @template Value
 * @param {Random} random
 * @param {readonly Value[]} values
 * @returns {Value}
 */
export const pick = (random, values) => values[Math.floor(random() * values.length)];

/**
 * @template {string} Value
 * @param {Random} random
 * @param {Readonly<Record<Value, number>>} weights
 * @returns {Value}
 */
export function weighted(random, weights) {
  const entries = /** @type {[Value, number][]} */ (Object.entries(weights));
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return entries[entries.length - 1][0];
}

/** A whole number from the first to the last, both included. */
export const between = (random, first, last) => first + Math.floor(random() * (last - first + 1));

/** A whole number around the mean: half of it to one and a half times as much. */
export function around(random, mean) {
  const drawn = mean * (0.5 + random());
  return Math.floor(drawn) + (random() < drawn % 1 ? 1 : 0);
}
