import type { Thumbnail } from '../slicers';
import { Beads } from './beads';
import { Canvas } from './canvas';
import { colourOf } from './colour';
import { frameOf } from './frame';
import { reduce, shrink } from './grey';
import { darkenHollows } from './hollows';
import type { Lines } from './lines';
import { paint } from './paint';
import { flatnessOf, type Part, withVisibleLines } from './part';
import { simplify } from './simplify';
import { viewOf } from './view';

const WIDTH = 440;
const HEIGHT = 328;
/** Pixels of the canvas, in each direction, for a pixel of the picture. */
const FINER = 2;
/** The picture for lists is smaller by this factor. */
const SMALLER = 4;

/**
 * A large and a small picture of the part, seen from its front, its right and above, on a transparent ground; none where
 * there is nothing to see, or too much to draw in a short time. The same file always gives the same bytes.
 * @param lines are used up: lines that cannot be seen are dropped
 * @param colour of the filament, as six hexadecimal digits; sand when null
 */
export function drawPart(lines: Lines, found: Part, colour: string | null): Thumbnail[] {
  lines.crop(found.box);
  const part = withVisibleLines(found);
  const view = viewOf(flatnessOf(part));
  const canvas = new Canvas(WIDTH * FINER, HEIGHT * FINER);
  const frame = frameOf(lines, part, view, canvas);
  if (!frame || !simplify(lines, part, frame)) return [];
  new Beads(lines, part, view, frame, canvas).draw();
  const grey = reduce(canvas, FINER);
  darkenHollows(grey);
  const painted = colourOf(colour);
  return [grey, shrink(grey, SMALLER)].map((each) => ({
    ...{ width: each.width, height: each.height, format: 'png' as const, source: 'drawn' as const },
    bytes: paint(each, painted),
  }));
}
