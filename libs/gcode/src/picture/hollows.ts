import type { Grey } from './grey';

/** How much darker a hollow is than its surroundings, and how much lighter an edge. */
const HOLLOW = 0.5;
const EDGE = 0.13;
/** The surroundings are compared in cells of so many pixels, and reach so many cells to each side. */
const CELL = 4;
const REACH = 2;
/** Pixels behind the surroundings from which on a place does not become darker. */
const DEEPEST = 10;

type Deep = Grey & { readonly nearness: Float32Array };

/**
 * Darkens what is behind its surroundings, as less light comes into a hollow. After T. Luft and others, Image
 * enhancement by unsharp masking the depth buffer (ACM Transactions on Graphics 25, 2006).
 */
export function darkenHollows(grey: Deep): void {
  const { width, height, light, cover, nearness } = grey;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const around = surroundings(grey, columns, rows);
  for (let at = 0, y = 0; y < height; y++) {
    const down = Math.max((y + 0.5) / CELL - 0.5, 0);
    const row = Math.min(Math.trunc(down), rows - 2) * columns;
    const low = down - row / columns;
    for (let x = 0; x < width; x++, at++) {
      if ((cover[at] as number) === 0) continue;
      const across = Math.max((x + 0.5) / CELL - 0.5, 0);
      const column = Math.min(Math.trunc(across), columns - 2);
      const right = across - column;
      const cell = row + column;
      const upper = (around[cell] as number) * (1 - right) + (around[cell + 1] as number) * right;
      const lower =
        (around[cell + columns] as number) * (1 - right) + (around[cell + columns + 1] as number) * right;
      const behind = upper * (1 - low) + lower * low - (nearness[at] as number);
      const share = Math.max(-1, Math.min(1, behind / DEEPEST));
      light[at] = Math.min(255, (light[at] as number) * (1 - share * (share > 0 ? HOLLOW : EDGE)));
    }
  }
}

/** The usual nearness around each cell. */
function surroundings({ width, height, cover, nearness }: Deep, columns: number, rows: number): Float32Array {
  const sums = new Float32Array(columns * rows);
  const counts = new Float32Array(columns * rows);
  for (let at = 0, y = 0; y < height; y++) {
    const row = Math.trunc(y / CELL) * columns;
    for (let x = 0; x < width; x++, at++) {
      if ((cover[at] as number) === 0) continue;
      const cell = row + Math.trunc(x / CELL);
      sums[cell] = (sums[cell] as number) + (nearness[at] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  const spread = (values: Float32Array) =>
    summed(summed(values, columns, 1, columns, rows), rows, columns, 1, columns);
  const all = spread(counts);
  return spread(sums).map((sum, at) => sum / Math.max(all[at] as number, 1));
}

/** Each value with its neighbours along lines. @param step between two values of a line @param next between two lines */
function summed(
  values: Float32Array,
  length: number,
  step: number,
  next: number,
  lines: number,
): Float32Array {
  const sums = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let near = Math.max(at - REACH, 0); near <= Math.min(at + REACH, length - 1); near++)
        sum += values[line * next + near * step] as number;
      sums[line * next + at * step] = sum;
    }
  }
  return sums;
}
