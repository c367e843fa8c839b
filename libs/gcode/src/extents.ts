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

/** The smallest box around the points it is shown, and where it grew last. Only axes that a file names count. */
export class BoxBuilder {
  private readonly min = new Float64Array(3).fill(Number.POSITIVE_INFINITY);
  private readonly max = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);
  private readonly minLines = new Float64Array(3);
  private readonly maxLines = new Float64Array(3);

  include(axis: number, value: number, line: number): void {
    if (value < (this.min[axis] as number)) {
      this.min[axis] = value;
      this.minLines[axis] = line;
    }
    if (value > (this.max[axis] as number)) {
      this.max[axis] = value;
      this.maxLines[axis] = line;
    }
  }

  /** Null when nothing was shown; an axis that was never named stands at 0. */
  box(): Box | null {
    return this.isEmpty ? null : { min: toPoint(this.min), max: toPoint(this.max) };
  }

  /** The first line that reaches each side of `box`; 0 for an axis that was never named. */
  lines(): Box | null {
    return this.isEmpty ? null : { min: toPoint(this.minLines), max: toPoint(this.maxLines) };
  }

  private get isEmpty(): boolean {
    return this.max.every((value) => value === Number.NEGATIVE_INFINITY);
  }
}

const toPoint = (values: Float64Array): Point => {
  const [x = 0, y = 0, z = 0] = Array.from(values, (value) => (Number.isFinite(value) ? round(value) : 0));
  return { x, y, z };
};

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
