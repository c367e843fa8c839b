import { streamsOf } from '../fixtures/pdf-text';

type Rectangle = readonly [x: number, y: number, width: number, height: number];

const rectanglesOf = (path: string): Rectangle[] =>
  [...path.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map(
    ([, ...numbers]) => numbers.map(Number) as unknown as Rectangle,
  );

/** The modules of each QR code that is drawn in a PDF: a path of many rectangles of one height. */
export function drawnQrs(pdf: Buffer): boolean[][][] {
  const paths = streamsOf(pdf).flatMap((stream) => stream.split(/^f\*?$/m));
  return paths
    .map(rectanglesOf)
    .filter((rectangles) => rectangles.length > 60)
    .map(modulesOf);
}

/** The first rectangle is the upper edge of the first finder pattern, which is seven modules wide. */
function modulesOf(rectangles: readonly Rectangle[]): boolean[][] {
  const [left = 0, top = 0, width = 0] = rectangles[0] ?? [];
  const step = width / 7;
  const size = Math.round((Math.max(...rectangles.map(([x, , w]) => x + w)) - left) / step);
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [x, y, w] of rectangles) {
    const from = Math.round((x - left) / step);
    rows[Math.round((y - top) / step)]?.fill(true, from, from + Math.round(w / step));
  }
  return rows;
}
