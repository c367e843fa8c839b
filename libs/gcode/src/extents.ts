export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
/** Millimetres. */
export interface Box {
  readonly min: Point;
  readonly max: Point;
}

/** The smallest box around the points it is shown. Only axes that a file names count. */
export class BoxBuilder {
  private readonly min = new Float64Array(3).fill(Number.POSITIVE_INFINITY);
  private readonly max = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);

  include(axis: number, value: number): void {
    if (value < (this.min[axis] as number)) this.min[axis] = value;
    if (value > (this.max[axis] as number)) this.max[axis] = value;
  }

  /** Null when nothing was shown; an axis that was never named stands at 0. */
  box(): Box | null {
    if (this.max.every((value) => value === Number.NEGATIVE_INFINITY)) return null;
    return { min: toPoint(this.min), max: toPoint(this.max) };
  }
}

const toPoint = (values: Float64Array): Point => {
  const [x = 0, y = 0, z = 0] = Array.from(values, (value) => (Number.isFinite(value) ? round(value) : 0));
  return { x, y, z };
};

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
