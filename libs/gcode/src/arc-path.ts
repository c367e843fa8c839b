import { type CommandWords, wordIndex } from './command-words';

const I = wordIndex('I');
const J = wordIndex('J');
const P = wordIndex('P');
const R = wordIndex('R');
/** Fine enough that a chord leaves the arc by less than a thousandth of its radius. */
const STEP_RADIANS = Math.PI / 45;
const FULL_TURN = 2 * Math.PI;
/** A spiral with more turns in one command is an attack: the time for one line must be bounded. */
const MOST_TURNS = 10;

export type Place = readonly [x: number, y: number, z: number];

/**
 * Points along a G2 or G3 in the XY plane, the end included, climbing evenly to it; a straight line where the arc
 * makes no sense. P adds whole turns (Marlin/src/gcode/motion/G2_G3.cpp).
 */
export function arcPath(words: CommandWords, from: Float64Array, to: Place, unit: number): Place[] {
  const [x = 0, y = 0, z = 0] = from;
  const [cx, cy] = words.hasValue(R)
    ? centreFromRadius(words, x, y, to, unit)
    : [x + words.value(I) * unit, y + words.value(J) * unit];
  const radius = Math.hypot(x - cx, y - cy);
  if (radius < 1e-6) return [to];
  const begin = Math.atan2(y - cy, x - cx);
  const sweep = sweepOf(words, Math.atan2(to[1] - cy, to[0] - cx) - begin);
  const steps = Math.max(1, Math.ceil(Math.abs(sweep) / STEP_RADIANS));
  return Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    if (share === 1) return to;
    const angle = begin + sweep * share;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle), z + (to[2] - z) * share];
  });
}

/** Radians, negative clockwise; an arc that ends where it begins is a circle. */
function sweepOf(words: CommandWords, difference: number): number {
  const way = words.code === 2 ? -1 : 1;
  let sweep = difference * way;
  if (sweep <= 1e-9) sweep += FULL_TURN;
  const turns = words.hasValue(R) ? 0 : Math.min(Math.max(Math.floor(words.value(P)), 0), MOST_TURNS);
  return way * (sweep + turns * FULL_TURN);
}

/** The centre of an arc given by its radius: the far one when R is negative. */
function centreFromRadius(
  words: CommandWords,
  x: number,
  y: number,
  to: Place,
  unit: number,
): [x: number, y: number] {
  const radius = words.value(R) * unit;
  const dx = (to[0] - x) / 2;
  const dy = (to[1] - y) / 2;
  const half = Math.hypot(dx, dy);
  if (half < 1e-9 || half > Math.abs(radius)) return [x + dx, y + dy];
  const height = Math.sqrt(radius * radius - half * half);
  const side = (words.code === 3 ? 1 : -1) * Math.sign(radius);
  return [x + dx - (side * dy * height) / half, y + dy + (side * dx * height) / half];
}
