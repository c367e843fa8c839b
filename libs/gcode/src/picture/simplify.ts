import type { Frame } from './frame';
import { usualHeight } from './heights';
import type { Lines } from './lines';
import type { Part } from './part';

/** Layers that are lower than this in the canvas cannot be told from each other. */
const LOWEST_PIXELS = 0.5;
/** Pixels that are drawn at most, hidden ones included: this bounds the time. */
const MOST_PIXELS = 40_000_000;

/**
 * Drops layers until the part can be drawn in a short time: each time every second one, and the others become twice as
 * high. The bound is a count, not a time: the picture does not depend on how busy the computer is.
 * @returns whether it can
 */
export function simplify(lines: Lines, part: Part, { scale, way }: Frame): boolean {
  let height = usualHeight(lines.layers, part.box.min.z) * scale;
  let length = way * scale;
  const isTooMuch = () => length * (part.lineWidth * scale + height + 2) > MOST_PIXELS;
  while ((height < LOWEST_PIXELS || isTooMuch()) && lines.layers.length > 1) {
    lines.thin();
    height *= 2;
    length /= 2;
  }
  return !isTooMuch();
}
