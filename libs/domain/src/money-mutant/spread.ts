import { roundToCents } from '@pandafab/shared';
import Big from 'big.js';

/**
 * Spreads whole cents pro rata of weights: each part is rounded, and the cents that are missing or too many are put
 * on the largest weight (of equal ones, the first). No part is negative or more than its weight; where the largest
 * has no room, the next largest takes the cents.
 * @param whole not negative, and at most the sum of the weights
 * @param weights not negative
 * @returns one part per weight; the parts add up to `whole`
 */
export function spread(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const parts: number[] = weights.map((weight) => roundToCents(new Big(whole).times(weight).div(total)));
  let missing = whole - parts.reduce((sum, part) => sum + part, 0);
  for (const at of largestFirst(weights)) {
    const [weight = 0, part = 0] = [weights[at], parts[at]];
    const moved = Math.max(-part, Math.min(missing, weight - part));
    parts[at] = part + moved;
    missing -= moved;
  }
  return parts;
}

const largestFirst = (weights: readonly number[]): number[] =>
  weights.map((_, at) => at).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
