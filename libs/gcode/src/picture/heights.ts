import type { Layer } from './lines';

/** A rise by more usual layers than this is a gap in the part. */
const MOST_GAP = 2.5;

/** How far each layer reaches down: to the one below it. @param bottom of the part */
export function heightsOf(layers: readonly Layer[], bottom: number): Float64Array {
  const rises = risesOf(layers, bottom);
  const most = middle(rises) * MOST_GAP;
  return Float64Array.from(rises, (rise) => Math.min(rise, most));
}

export const usualHeight = (layers: readonly Layer[], bottom: number): number =>
  middle(risesOf(layers, bottom));

const risesOf = (layers: readonly Layer[], bottom: number): number[] =>
  layers.map(({ z }, at) => {
    const below = layers[at - 1]?.z ?? bottom;
    // Where the path comes down, the next part begins.
    return z > below ? z - below : Math.max(z - bottom, 0);
  });

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
