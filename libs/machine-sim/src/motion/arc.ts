import type { Segment } from './planner';

export interface Centre {
  /** From the start to the centre, millimetres. */
  readonly i: number;
  readonly j: number;
}

/** Centre of an arc given by its radius (`R`), Marlin's G2_G3.cpp; null when no such arc exists. */
export function centreFromRadius(chord: Segment, radius: number, clockwise: boolean): Centre | null {
  const { dx, dy } = chord;
  const half = Math.hypot(dx, dy) / 2;
  if (half === 0 || Math.abs(radius) < half) return null;
  const side = clockwise === radius > 0 ? 1 : -1;
  const height = Math.sqrt(radius * radius - half * half) * side;
  return { i: dx / 2 + (dy / (2 * half)) * height, j: dy / 2 - (dx / (2 * half)) * height };
}

const STEP = Math.PI / 180;

/** Places along the arc, a degree apart, from its start; millimetres. */
export function* arcPlaces(chord: Segment, centre: Centre, clockwise: boolean): Generator<Centre> {
  const { i, j } = centre;
  const radius = Math.hypot(i, j);
  const begin = Math.atan2(-j, -i);
  const turn = radius > 0 ? arcLength(chord, centre, clockwise) / radius : 0;
  for (let angle = 0; angle < turn; angle += STEP) {
    const at = clockwise ? begin - angle : begin + angle;
    yield { i: i + radius * Math.cos(at), j: j + radius * Math.sin(at) };
  }
}

/** Length of the arc in the plane, millimetres: a full circle when start and end are the same. */
export function arcLength(chord: Segment, { i, j }: Centre, clockwise: boolean): number {
  const start = Math.atan2(-j, -i);
  const end = Math.atan2(chord.dy - j, chord.dx - i);
  const turn = clockwise ? start - end : end - start;
  const angle = turn <= 1e-9 ? turn + 2 * Math.PI : turn;
  return angle * Math.hypot(i, j);
}
