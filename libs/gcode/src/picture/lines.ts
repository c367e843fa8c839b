import type { Box } from '../extents';

/** Points that are kept of a file: at most 3.4 MB. */
export const MOST_POINTS = 1 << 18;
/** Room at first: most small files need no more. It doubles when it is full. */
const FIRST_POINTS = 1 << 12;
/** Points on the edge of a box are in it: they are stored with fewer digits. */
const ROUNDING_MM = 0.01;

export interface Layer {
  /** Millimetres. */
  readonly z: number;
  /** The first of its points. */
  readonly from: number;
}

/** Lines in layers, in bounded memory. */
export class Lines {
  x = new Float32Array(FIRST_POINTS);
  y = new Float32Array(FIRST_POINTS);
  z = new Float32Array(FIRST_POINTS);
  /** 1 where a line begins that does not continue the one before. */
  starts = new Uint8Array(FIRST_POINTS);
  length = 0;
  layers: Layer[] = [];

  get isFull(): boolean {
    return this.length === MOST_POINTS;
  }

  clear(): void {
    this.length = 0;
    this.layers = [];
  }

  beginLayer(z: number): void {
    this.layers.push({ z, from: this.length });
  }

  /** Adds a point; the caller has looked whether there is room. */
  add(place: Float64Array, starts: 0 | 1): void {
    if (this.length === this.starts.length) this.makeRoom();
    const at = this.length++;
    this.x[at] = place[0] as number;
    this.y[at] = place[1] as number;
    this.z[at] = place[2] as number;
    this.starts[at] = starts;
  }

  private makeRoom(): void {
    const larger = (old: Float32Array): Float32Array<ArrayBuffer> => {
      const values = new Float32Array(old.length * 2);
      values.set(old);
      return values;
    };
    const starts = new Uint8Array(this.starts.length * 2);
    starts.set(this.starts);
    this.x = larger(this.x);
    this.y = larger(this.y);
    this.z = larger(this.z);
    this.starts = starts;
  }

  /** Drops every second layer. */
  thin(): void {
    const { layers } = this;
    const kept: Layer[] = [];
    let length = 0;
    for (let at = 0; at < layers.length; at += 2) {
      const { from, z } = layers[at] as Layer;
      const to = layers[at + 1]?.from ?? this.length;
      for (const values of [this.x, this.y, this.z, this.starts]) values.copyWithin(length, from, to);
      kept.push({ z, from: length });
      length += to - from;
    }
    this.layers = kept;
    this.length = length;
  }

  /** Leaves only what is within this box, seen from above. */
  crop(box: Box): void {
    const { layers, length } = this;
    this.clear();
    layers.forEach(({ z, from }, at) => {
      const begin = this.length;
      this.cropLayer(from, layers[at + 1]?.from ?? length, box);
      if (this.length > begin) this.layers.push({ z, from: begin });
    });
  }

  /** Moves the points that stay down to the others. */
  private cropLayer(from: number, to: number, { min, max }: Box): void {
    const { x, y, z, starts } = this;
    let isCut = true;
    for (let at = from; at < to; at++) {
      const px = x[at] as number;
      const py = y[at] as number;
      const isIn =
        px >= min.x - ROUNDING_MM &&
        px <= max.x + ROUNDING_MM &&
        py >= min.y - ROUNDING_MM &&
        py <= max.y + ROUNDING_MM;
      if (isIn) {
        const into = this.length++;
        x[into] = px;
        y[into] = py;
        z[into] = z[at] as number;
        starts[into] = isCut ? 1 : (starts[at] as number);
      }
      isCut = !isIn;
    }
  }
}
