import { type Layer, Lines } from './lines';

/** Millimetres by which a kept line may leave the path, at the beginning. */
const TOLERANCE_MM = 0.02;
/** A third of a pixel of the picture: finer shapes cannot be seen. */
const STEPS_OF_SIZE = 1000;
/** After so many layers the part has about its size. */
const MEASURED_LAYERS = 100;
/** A level line this far above or below the last ones begins a layer. */
const LAYER_MM = 0.05;
/** A line that climbs belongs to a spiral: it begins a layer only where it has climbed about one turn. */
const SPIRAL_MM = 0.25;
/** No machine is larger: a place further away is noise. */
const FURTHEST_MM = 10_000;

/**
 * Gathers the lines of a path, in bounded memory: a sequence that is nearly straight becomes one line, and where the
 * points would be too many, every second layer is dropped, again and again.
 */
export class Toolpath {
  readonly lines = new Lines();
  /** One of so many layers is kept. */
  private stride = 1;
  private seen = 0;
  private layerZ = Number.NEGATIVE_INFINITY;
  private isSkipped = false;
  private tolerance = TOLERANCE_MM;
  /** The last point of the path, not kept yet: a later one may replace it. */
  private readonly last = new Float64Array(3);
  private hasLast = false;
  /** A place was left out: the next one does not continue the line. */
  private isBroken = false;
  /** The area between the kept line and the path since its last kept point, twice, with a sign. */
  private readonly area = new Float64Array(1);

  /** @param continues the move begins where the last one ended */
  add(from: Float64Array, to: Float64Array, continues: boolean): void {
    const z = to[2] as number;
    const rise = Math.abs(z - this.layerZ);
    const isNew = rise > LAYER_MM && (rise > SPIRAL_MM || z === from[2]);
    if (isNew) this.beginLayer(z);
    if (this.isSkipped) return;
    if (isNew || !continues || !this.hasLast) this.begin(from);
    else if (!this.isStraight(to)) this.keep(this.last, 0);
    this.last[0] = to[0] as number;
    this.last[1] = to[1] as number;
    this.last[2] = z;
    this.hasLast = true;
  }

  /** Keeps the point that waits. */
  end(): void {
    if (this.hasLast) this.keep(this.last, 0);
    this.hasLast = false;
  }

  clear(): void {
    this.lines.clear();
    this.stride = 1;
    this.seen = 0;
    this.layerZ = Number.NEGATIVE_INFINITY;
    this.isSkipped = false;
    this.hasLast = false;
  }

  private beginLayer(z: number): void {
    this.end();
    if (this.seen < MEASURED_LAYERS) this.measure();
    this.layerZ = z;
    this.isSkipped = this.seen++ % this.stride !== 0 || Math.abs(z) > FURTHEST_MM;
    if (!this.isSkipped) this.lines.beginLayer(z);
  }

  private begin(from: Float64Array): void {
    this.end();
    this.keep(from, 1);
  }

  private keep(place: Float64Array, starts: 0 | 1): void {
    if (!isPossible(place)) {
      this.isBroken = true;
      return;
    }
    if (this.lines.isFull && !this.makeRoom()) return;
    this.lines.add(place, this.isBroken ? 1 : starts);
    this.isBroken = false;
    this.area[0] = 0;
  }

  /** Whether a line from the last kept point to here leaves out nothing that can be seen: the measure of Cura's simplifier. */
  private isStraight(to: Float64Array): boolean {
    const { area, last, lines } = this;
    const at = lines.length - 1;
    const x = lines.x[at] as number;
    const y = lines.y[at] as number;
    const lastX = (last[0] as number) - x;
    const lastY = (last[1] as number) - y;
    const toX = (to[0] as number) - x;
    const toY = (to[1] as number) - y;
    area[0] = (area[0] as number) + lastX * toY - lastY * toX;
    const turnsBack = lastX * (toX - lastX) + lastY * (toY - lastY) < 0;
    // For a flat arc the area is two thirds of its height by its length.
    const most = (4 / 3) * this.tolerance;
    const bulge = area[0] as number;
    const isFlat = bulge * bulge <= most * most * (toX * toX + toY * toY);
    return isFlat && !turnsBack && Math.abs((to[2] as number) - (lines.z[at] as number)) < LAYER_MM;
  }

  /** @returns whether the present layer goes on */
  private makeRoom(): boolean {
    const { lines } = this;
    // Of an even number of layers the present one is dropped. One that fills everything is left as it is, incomplete.
    const isDropped = lines.layers.length % 2 === 0;
    lines.thin();
    this.stride *= 2;
    if (isDropped || lines.isFull) {
      this.isSkipped = true;
      this.hasLast = false;
    }
    return !this.isSkipped;
  }

  /** Of a larger part only larger shapes can be seen in the picture. */
  private measure(): void {
    const { layers, length, x, y } = this.lines;
    const { from } = layers.at(-1) ?? ({ from: 0 } as Layer);
    if (from === length) return;
    const size = Math.max(spanOf(x.subarray(from, length)), spanOf(y.subarray(from, length)));
    this.tolerance = Math.max(this.tolerance, size / STEPS_OF_SIZE);
  }
}

function spanOf(values: Float32Array): number {
  let least = values[0] as number;
  let most = least;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** Not for a number that is none: it is not below the limit. */
const isPossible = (place: Float64Array): boolean =>
  Math.abs(place[0] as number) <= FURTHEST_MM &&
  Math.abs(place[1] as number) <= FURTHEST_MM &&
  Math.abs(place[2] as number) <= FURTHEST_MM;
