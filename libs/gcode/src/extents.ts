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

/** One side of a box: its value on each axis, and the first line that reached it. */
class Side {
  readonly places: Float64Array;
  readonly lines = new Float64Array(3);

  /** @param way 1 for the side of the largest values, -1 for that of the smallest */
  constructor(private readonly way: 1 | -1) {
    this.places = new Float64Array(3).fill(-way * Number.POSITIVE_INFINITY);
  }

  clear(): void {
    this.places.fill(-this.way * Number.POSITIVE_INFINITY);
  }

  /** @returns whether the other reached further on some axis */
  absorb(other: Side): boolean {
    let grew = false;
    for (let axis = 0; axis < 3; axis++) {
      if (this.way * ((other.places[axis] as number) - (this.places[axis] as number)) <= 0) continue;
      this.places[axis] = other.places[axis] as number;
      this.lines[axis] = other.lines[axis] as number;
      grew ||= axis < 2;
    }
    return grew;
  }

  joined(other: Side): Side {
    const both = new Side(this.way);
    for (let axis = 0; axis < 3; axis++) {
      const { places, lines } = this.isFirst(other, axis) ? this : other;
      both.places[axis] = places[axis] as number;
      both.lines[axis] = lines[axis] as number;
    }
    return both;
  }

  private isFirst(other: Side, axis: number): boolean {
    const ahead = this.way * ((this.places[axis] as number) - (other.places[axis] as number));
    return ahead > 0 || (ahead === 0 && (this.lines[axis] as number) <= (other.lines[axis] as number));
  }
}

/** The smallest box around the given points, and where it grew last. Only axes that a file names count. */
export class BoxBuilder {
  constructor(
    private readonly min = new Side(-1),
    private readonly max = new Side(1),
  ) {}

  /** @param place X, Y and Z: a number passed from function to function would be allocated for every move */
  include(axis: number, place: Float64Array, line: number): void {
    const value = place[axis] as number;
    const { max, min } = this;
    if (value < (min.places[axis] as number)) {
      min.places[axis] = value;
      min.lines[axis] = line;
    }
    if (value > (max.places[axis] as number)) {
      max.places[axis] = value;
      max.lines[axis] = line;
    }
  }

  /** The same for all axes together: nearly no place is outside. @returns whether this one was */
  includeAll(place: Float64Array, line: number): boolean {
    const low = this.min.places;
    const high = this.max.places;
    const x = place[0] as number;
    const y = place[1] as number;
    const z = place[2] as number;
    const isInside =
      x >= (low[0] as number) &&
      y >= (low[1] as number) &&
      z >= (low[2] as number) &&
      x <= (high[0] as number) &&
      y <= (high[1] as number) &&
      z <= (high[2] as number);
    if (isInside) return false;
    for (let axis = 0; axis < 3; axis++) this.include(axis, place, line);
    return true;
  }

  /** Adds the points of a later box. @returns whether this box grew sideways */
  absorb(other: BoxBuilder): boolean {
    const low = this.min.absorb(other.min);
    return this.max.absorb(other.max) || low;
  }

  clear(): void {
    this.min.clear();
    this.max.clear();
  }

  /** True where the other is inside, seen from above, and no higher. */
  holds(other: BoxBuilder): boolean {
    return [0, 1, 2].every(
      (axis) =>
        (other.min.places[axis] as number) >= (this.min.places[axis] as number) &&
        (other.max.places[axis] as number) <= (this.max.places[axis] as number),
    );
  }

  /** True where the two touch, seen from above, or are no further apart than `reach`. */
  touches(other: BoxBuilder, reach: number): boolean {
    return [0, 1].every(
      (axis) =>
        (other.min.places[axis] as number) <= (this.max.places[axis] as number) + reach &&
        (other.max.places[axis] as number) >= (this.min.places[axis] as number) - reach,
    );
  }

  /** Square millimetres, seen from above. */
  ground(): number {
    const [x = 0, y = 0] = [0, 1].map(
      (axis) => (this.max.places[axis] as number) - (this.min.places[axis] as number),
    );
    return x > 0 && y > 0 ? x * y : 0;
  }

  /** The box around both. */
  joined(other: BoxBuilder): BoxBuilder {
    return new BoxBuilder(this.min.joined(other.min), this.max.joined(other.max));
  }

  /** Null without any point; an axis that was never named is at 0. */
  box(): Box | null {
    return this.isEmpty ? null : { min: toPoint(this.min.places), max: toPoint(this.max.places) };
  }

  /** The first line that reaches each side of `box`; 0 for an axis that was never named. */
  lines(): Box | null {
    return this.isEmpty ? null : { min: toPoint(this.min.lines), max: toPoint(this.max.lines) };
  }

  get isEmpty(): boolean {
    return this.max.places.every((value) => value === Number.NEGATIVE_INFINITY);
  }
}

const toPoint = (values: Float64Array): Point => {
  const [x = 0, y = 0, z = 0] = Array.from(values, (value) => (Number.isFinite(value) ? round(value) : 0));
  return { x, y, z };
};

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
