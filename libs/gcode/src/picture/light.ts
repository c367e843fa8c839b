import type { View } from './view';

/** Direction of the light: from the left, from the camera's side, from above; of length 1. */
const FROM_LEFT = 0.46;
const FROM_FRONT = 0.42;
const FROM_ABOVE = 0.78;
/** Light that comes from everywhere. */
const AMBIENT = 0.37;
const DIRECT = 0.7;
/** The difference that the direction of the lines makes on a level surface. */
const SHEEN = 0.02;
/** The foot of the part is a little darker than its top. */
const FOOT = 0.9;

/** Brightness, from 0 to 1, of the two kinds of surfaces of a line. */
export class Light {
  constructor(
    private readonly view: View,
    private readonly bottom: number,
    private readonly height: number,
  ) {}

  /** Of a level surface whose lines have this direction. */
  ofTop(dx: number, dy: number, z: number): number {
    const { right } = this.view;
    const along = dx * right[0] + dy * right[1];
    return (AMBIENT + DIRECT * FROM_ABOVE + SHEEN * (2 * along * along - 1)) * this.atHeight(z);
  }

  /** Of an upright surface that faces this way. */
  ofSide(nx: number, ny: number, z: number): number {
    const { front, right } = this.view;
    const direct = FROM_FRONT * (nx * front[0] + ny * front[1]) - FROM_LEFT * (nx * right[0] + ny * right[1]);
    return (AMBIENT + DIRECT * Math.max(direct, 0)) * this.atHeight(z);
  }

  private atHeight(z: number): number {
    return FOOT + ((1 - FOOT) * (z - this.bottom)) / this.height;
  }
}
