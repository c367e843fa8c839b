import type { Lines } from './lines';
import type { Part } from './part';
import type { View } from './view';

/** Share of the canvas that stays empty at each side. */
const MARGIN = 0.025;

/** Millimetres below its path that a line may reach. */
const LOWEST_MM = 5;

/** Where the part is in the canvas: pixels in a millimetre, and the pixel and nearness of the machine's zero. */
export interface Frame {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly back: number;
  /** Millimetres to draw: along X and along Y, added. */
  readonly way: number;
}

/** The frame in which the part fills a canvas of this size; null where there is nothing to see. */
export function frameOf(
  lines: Lines,
  part: Part,
  view: View,
  { width, height }: { readonly width: number; readonly height: number },
): Frame | null {
  const { x, y, z, starts, length } = lines;
  const { right, front, sin, cos } = view;
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [most, low] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let back = Number.POSITIVE_INFINITY;
  let way = 0;
  for (let at = 0; at < length; at++) {
    const px = x[at] as number;
    const py = y[at] as number;
    const across = px * right[0] + py * right[1];
    const toFront = px * front[0] + py * front[1];
    const down = toFront * sin - (z[at] as number) * cos;
    const near = toFront * cos + (z[at] as number) * sin;
    if (near < back) back = near;
    if (starts[at] !== 1) way += Math.abs(px - (x[at - 1] as number)) + Math.abs(py - (y[at - 1] as number));
    if (across < left) left = across;
    if (across > most) most = across;
    if (down < top) top = down;
    if (down > low) low = down;
  }
  if (!(most >= left)) return null;
  // The lines have a width, and the lowest ones a height.
  const wide = most - left + 2 * part.lineWidth;
  const tall = low - top + 2 * part.lineWidth;
  const scale = (1 - 2 * MARGIN) * Math.min(width / wide, height / tall);
  return {
    scale,
    left: width / 2 - (scale * (left + most)) / 2,
    top: height / 2 - (scale * (top + low)) / 2,
    way,
    back: 1 - scale * (back - 2 * part.lineWidth - LOWEST_MM),
  };
}
