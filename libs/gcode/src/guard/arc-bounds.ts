import { type CommandWords, wordIndex } from '../command-words';

const [I, J, P, R] = ['I', 'J', 'P', 'R'].map(wordIndex) as [number, number, number, number];
/** Larger than any machine. */
const ANY_RADIUS = 10_000;
const QUARTER = Math.PI / 2;
const FULL_TURN = 2 * Math.PI;
/** The relative error of firmware's single precision: ends whose angles differ by less may be taken as equal. */
const PRECISION = 1e-6;

/** Ends of an arc in the XY plane, millimetres. */
export interface ArcEnds {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/**
 * Finds the outermost points of a G2 or G3 between its ends: where it crosses its circle's axes.
 * @param show is called with an axis (0: X, 1: Y) and a position on it, millimetres
 */
export function showArc(
  words: CommandWords,
  unit: number,
  ends: ArcEnds,
  show: (axis: number, mm: number) => void,
): void {
  const centre = words.hasValue(R) ? fromRadius(words, unit, ends) : fromOffset(words, unit, ends);
  if (!centre) return;
  const radius = Math.hypot(ends.x - centre.x, ends.y - centre.y);
  const clockwise = words.code === 2;
  const begin = Math.atan2(ends.y - centre.y, ends.x - centre.x);
  const finish = Math.atan2(ends.toY - centre.y, ends.toX - centre.x);
  // P adds whole turns (Marlin's ARC_P_CIRCLES); ends that nearly meet may mean a full circle too.
  const nearly = angleOfDoubt(centre, radius, ends);
  // If the end is not on the circle, firmware sweeps to its angle first, and goes straight from there.
  show(0, centre.x + radius * Math.cos(finish));
  show(1, centre.y + radius * Math.sin(finish));
  const whole = words.has(P) || turn(begin, finish + nearly) < 2 * nearly;
  for (let quarter = 0; quarter < 4; quarter++) {
    const angle = quarter * QUARTER;
    if (!whole && !isPassed(angle, clockwise ? finish : begin, clockwise ? begin : finish)) continue;
    if (quarter % 2 === 0) show(0, centre.x + (quarter === 0 ? radius : -radius));
    else show(1, centre.y + (quarter === 1 ? radius : -radius));
  }
}

/** Radians by which single precision may mistake the angle between the ends. */
function angleOfDoubt({ x, y }: Centre, radius: number, ends: ArcEnds): number {
  const nearer = Math.min(radius, Math.hypot(ends.toX - x, ends.toY - y));
  const largest = Math.max(...[x, y, ends.x, ends.y, ends.toX, ends.toY].map(Math.abs));
  return Math.min(Math.PI, (PRECISION * (1 + largest)) / Math.max(nearer, PRECISION));
}

/**
 * Radius of the circle of a G2 or G3, millimetres, when the distance of its ends is unknown: ends too far apart for R make
 * the circle larger.
 */
export const arcRadius = (words: CommandWords, unit: number): number =>
  words.hasValue(R) ? ANY_RADIUS : Math.hypot(words.value(I), words.value(J)) * unit;

interface Centre {
  readonly x: number;
  readonly y: number;
}

const fromOffset = (words: CommandWords, unit: number, { x, y }: ArcEnds): Centre | null =>
  words.hasValue(I) || words.hasValue(J)
    ? { x: x + words.value(I) * unit, y: y + words.value(J) * unit }
    : null;

/** The far centre where R is negative (Marlin/src/gcode/motion/G2_G3.cpp); halfway where the ends lie too far apart. */
function fromRadius(words: CommandWords, unit: number, { x, y, toX, toY }: ArcEnds): Centre | null {
  const radius = words.value(R) * unit;
  const [dx, dy] = [(toX - x) / 2, (toY - y) / 2];
  const half = Math.hypot(dx, dy);
  if (half < 1e-9) return null;
  const height = Math.sqrt(Math.max(0, radius * radius - half * half));
  const side = (words.code === 3 ? 1 : -1) * Math.sign(radius);
  return { x: x + dx - (side * dy * height) / half, y: y + dy + (side * dx * height) / half };
}

/** The way from one angle to another, anticlockwise: 0 to 2π. */
const turn = (from: number, to: number): number => (((to - from) % FULL_TURN) + FULL_TURN) % FULL_TURN;
const isPassed = (angle: number, from: number, to: number): boolean => turn(from, angle) <= turn(from, to);
