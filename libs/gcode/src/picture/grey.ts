import type { Canvas } from './canvas';

/** A picture before its colours. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  /** Brightness, 0 to 255. */
  readonly light: Uint8Array;
  /** Coverage, 0 to 255. */
  readonly cover: Uint8Array;
}

/** The canvas with its pixels joined, `factor` by `factor`: this smooths the edges. */
export function reduce({ width: wide, height: tall, light, nearness }: Canvas, factor: number) {
  const width = Math.trunc(wide / factor);
  const height = Math.trunc(tall / factor);
  const grey = {
    ...{ width, height },
    light: new Uint8Array(width * height),
    cover: new Uint8Array(width * height),
    nearness: new Float32Array(width * height),
  };
  const full = factor * factor;
  for (let at = 0, row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      let count = 0;
      let sum = 0;
      let near = 0;
      const corner = row * factor * wide + column * factor;
      for (let down = 0; down < factor; down++) {
        for (let from = corner + down * wide, to = from + factor; from < to; from++) {
          const value = light[from] as number;
          if (value === 0) continue;
          count++;
          sum += value;
          near += nearness[from] as number;
        }
      }
      if (count === 0) continue;
      grey.light[at] = Math.round(sum / count);
      grey.cover[at] = Math.round((255 * count) / full);
      grey.nearness[at] = near / count / factor;
    }
  }
  return grey;
}

/** A smaller one. */
export function shrink({ width: wide, light, cover, height: tall }: Grey, factor: number): Grey {
  const width = Math.trunc(wide / factor);
  const height = Math.trunc(tall / factor);
  const small = {
    ...{ width, height },
    light: new Uint8Array(width * height),
    cover: new Uint8Array(width * height),
  };
  for (let at = 0, row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      let covered = 0;
      let sum = 0;
      const corner = row * factor * wide + column * factor;
      for (let down = 0; down < factor; down++) {
        for (let from = corner + down * wide, to = from + factor; from < to; from++) {
          covered += cover[from] as number;
          sum += (light[from] as number) * (cover[from] as number);
        }
      }
      if (covered === 0) continue;
      small.light[at] = Math.round(sum / covered);
      small.cover[at] = Math.round(covered / (factor * factor));
    }
  }
  return small;
}
