import type { Canvas } from './canvas';
import type { Frame } from './frame';
import { heightsOf, usualHeight } from './heights';
import { Light } from './light';
import type { Layer, Lines } from './lines';
import type { Part } from './part';
import type { View } from './view';

const LIGHTEST = 254;

/** Draws lines as bars: their tops, the sides that face the camera, and the ends that do. */
export class Beads {
  private readonly light: Light;
  private readonly half: number;
  /** A line that is this far behind others does not show at its sides either. */
  private readonly margin: number;
  /** A point of the path and its successor: X, Y and nearness in pixels. */
  private readonly a = new Float64Array(3);
  private readonly b = new Float64Array(3);

  constructor(
    private readonly lines: Lines,
    private readonly part: Part,
    private readonly view: View,
    private readonly frame: Frame,
    private readonly canvas: Canvas,
  ) {
    const { min, max } = part.box;
    this.light = new Light(view, min.z, Math.max(max.z - min.z, 0.1));
    // Where layers were dropped, the others are higher: as wide as high, they still close a slope.
    const height = Math.min(usualHeight(lines.layers, min.z), 2 * part.lineWidth);
    this.half = Math.max(part.lineWidth, height) / 2;
    this.margin = 4 * this.half * frame.scale;
  }

  /** From the top down: what is hidden is then not drawn. */
  draw(): void {
    const { layers, length } = this.lines;
    const heights = heightsOf(layers, this.part.box.min.z);
    for (let at = layers.length - 1; at >= 0; at--) {
      const { from } = layers[at] as Layer;
      this.drawLayer(from, layers[at + 1]?.from ?? length, heights[at] as number);
    }
  }

  private drawLayer(from: number, to: number, height: number): void {
    const { starts } = this.lines;
    for (let at = from + 1; at < to; at++) {
      if (starts[at] === 1) continue;
      const begins = starts[at - 1] === 1;
      const ends = at + 1 === to || starts[at + 1] === 1;
      this.drawLine(at - 1, height, begins, ends);
    }
  }

  private drawLine(at: number, height: number, begins: boolean, ends: boolean): void {
    const { a, b, half, light, lines, view } = this;
    const z = lines.z[at] as number;
    const wayX = (lines.x[at + 1] as number) - (lines.x[at] as number);
    const wayY = (lines.y[at + 1] as number) - (lines.y[at] as number);
    const way = Math.sqrt(wayX * wayX + wayY * wayY);
    if (way === 0) return;
    const dx = wayX / way;
    const dy = wayY / way;
    // Both ends are longer by half a width, so that corners are closed.
    this.project(a, (lines.x[at] as number) - dx * half, (lines.y[at] as number) - dy * half, z);
    this.project(
      b,
      (lines.x[at + 1] as number) + dx * half,
      (lines.y[at + 1] as number) + dy * half,
      lines.z[at + 1] as number,
    );
    if (this.canvas.hides(a, b, this.margin)) return;
    // The side that faces the camera.
    const faces = -dy * view.front[0] + dx * view.front[1] > 0 ? 1 : -1;
    const nx = -dy * faces;
    const ny = dx * faces;
    this.drawTop(nx, ny, light.ofTop(dx, dy, z));
    this.drawSide(nx, ny, height, light.ofSide(nx, ny, z));
    const isFront = dx * view.front[0] + dy * view.front[1] > 0;
    if (isFront ? ends : begins) {
      const way = isFront ? 1 : -1;
      this.drawEnd(isFront ? b : a, nx, ny, height, light.ofSide(dx * way, dy * way, z));
    }
  }

  private drawTop(nx: number, ny: number, light: number): void {
    const { a, b, canvas } = this;
    const { shape } = canvas;
    this.across(shape, 6, nx, ny, 2);
    shape[3] = (b[0] as number) - (a[0] as number);
    shape[4] = (b[1] as number) - (a[1] as number);
    shape[5] = (b[2] as number) - (a[2] as number);
    shape[0] = (a[0] as number) - (shape[6] as number) / 2;
    shape[1] = (a[1] as number) - (shape[7] as number) / 2;
    shape[2] = (a[2] as number) - (shape[8] as number) / 2;
    canvas.fill(Math.round(light * LIGHTEST));
  }

  /** Follows `drawTop`, of which it keeps the long side. */
  private drawSide(nx: number, ny: number, height: number, light: number): void {
    const { a, canvas } = this;
    const { shape } = canvas;
    this.across(shape, 0, nx, ny, 1);
    shape[0] = (shape[0] as number) + (a[0] as number);
    shape[1] = (shape[1] as number) + (a[1] as number);
    shape[2] = (shape[2] as number) + (a[2] as number);
    this.down(height);
    canvas.fill(Math.round(light * LIGHTEST));
  }

  private drawEnd(end: Float64Array, nx: number, ny: number, height: number, light: number): void {
    const { shape } = this.canvas;
    this.across(shape, 3, nx, ny, 2);
    for (let axis = 0; axis < 3; axis++)
      shape[axis] = (end[axis] as number) - (shape[3 + axis] as number) / 2;
    this.down(height);
    this.canvas.fill(Math.round(light * LIGHTEST));
  }

  /** So many half widths across the line. */
  private across(into: Float64Array, at: number, nx: number, ny: number, times: number): void {
    const { right, front, sin, cos } = this.view;
    const size = this.half * times * this.frame.scale;
    const toFront = (nx * front[0] + ny * front[1]) * size;
    into[at] = (nx * right[0] + ny * right[1]) * size;
    into[at + 1] = toFront * sin;
    into[at + 2] = toFront * cos;
  }

  private down(height: number): void {
    const { shape } = this.canvas;
    const size = height * this.frame.scale;
    shape[6] = 0;
    shape[7] = size * this.view.cos;
    shape[8] = -size * this.view.sin;
  }

  private project(into: Float64Array, x: number, y: number, z: number): void {
    const { right, front, sin, cos } = this.view;
    const { scale, left, top, back } = this.frame;
    const toFront = x * front[0] + y * front[1];
    into[0] = left + scale * (x * right[0] + y * right[1]);
    into[1] = top + scale * (toFront * sin - z * cos);
    into[2] = back + scale * (toFront * cos + z * sin);
  }
}
