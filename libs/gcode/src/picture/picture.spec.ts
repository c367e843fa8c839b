import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { GcodeAnalyser } from '../index';
import { checkPng } from '../slicers/thumbnails/png';
import { readChunks } from '../slicers/thumbnails/png-chunks';
import { drawPart } from './draw-part';
import { Toolpath } from './toolpath';

const START = ['G28', 'G21', 'G90', 'M83'];
const PURGE = ['G1 Z0.4', 'G1 X2 Y20', 'G1 X2 Y180 E15'];

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and coverage. */
  readonly at: (x: number, y: number) => readonly number[];
}

/** Reads a PNG with a palette whose rows have no filter. */
function pixelsOf(bytes: Buffer): Pixels {
  const chunks = readChunks(bytes) ?? [];
  const data = (type: string) => chunks.find((chunk) => chunk.type === type)?.data ?? Buffer.alloc(0);
  const [width, height] = [data('IHDR').readUInt32BE(0), data('IHDR').readUInt32BE(4)];
  const rows = inflateSync(data('IDAT'));
  const at = (x: number, y: number) => {
    const entry = rows[y * (width + 1) + 1 + x] as number;
    return [...data('PLTE').subarray(entry * 3, entry * 3 + 3), data('tRNS')[entry] as number];
  };
  return { width, height, at };
}

function thumbnailsOf(...lines: readonly string[]) {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(`${[...START, ...lines].join('\n')}\n`));
  analyser.end();
  return analyser.thumbnails().kept;
}
const bytesOf = (...lines: readonly string[]) => thumbnailsOf(...lines)[0]?.bytes;

/** A cuboid with a closed top, drawn as lines that are 0.4 mm wide and high. */
function solid(x: number, y: number, [wide, deep, high]: readonly number[] = [20, 20, 20]): string[] {
  const lines: string[] = [];
  for (let z = 0.4; z < (high as number) + 0.01; z += 0.4) {
    lines.push(`G1 Z${z.toFixed(2)}`, `G0 X${x} Y${y}`);
    const [right, back] = [x + (wide as number), y + (deep as number)];
    for (const [toX, toY] of [
      [right, y],
      [right, back],
      [x, back],
      [x, y],
    ])
      lines.push(`G1 X${toX} Y${toY} E0.5`);
    if (z < (high as number) - 0.9) continue;
    for (let along = y + 0.4; along < back; along += 0.8)
      lines.push(
        ...[`G1 X${x} Y${along.toFixed(2)} E0.01`, `G1 X${right} Y${along.toFixed(2)} E0.5`],
        ...[`G1 X${right} Y${(along + 0.4).toFixed(2)} E0.01`, `G1 X${x} Y${(along + 0.4).toFixed(2)} E0.5`],
      );
  }
  return lines;
}
const typed = (type: string, lines: readonly string[]) => [`;TYPE:${type}`, ...lines];
const CUBE = typed('External perimeter', solid(100, 100));

const covered = ({ at }: Pixels, x: number, y: number): boolean => (at(x, y)[3] as number) > 127;
function edgeOf(pixels: Pixels): number[] {
  const edge: number[] = [];
  for (let x = 0; x < pixels.width; x++)
    edge.push(pixels.at(x, 0)[3] as number, pixels.at(x, pixels.height - 1)[3] as number);
  for (let y = 0; y < pixels.height; y++)
    edge.push(pixels.at(0, y)[3] as number, pixels.at(pixels.width - 1, y)[3] as number);
  return edge;
}

describe('the picture of a part', () => {
  it('is a small PNG for a page and a smaller one for lists, which every check accepts', () => {
    const pictures = thumbnailsOf(...CUBE);
    expect(pictures.map(({ width, height, format, source }) => [width, height, format, source])).toEqual([
      [440, 328, 'png', 'drawn'],
      [110, 82, 'png', 'drawn'],
    ]);
    for (const { bytes, width, height } of pictures) {
      expect(checkPng(bytes)).toMatchObject({ width, height });
      expect(bytes.length).toBeLessThan(40_000);
    }
  });

  it('is transparent around the part, up to its border', () => {
    for (const { bytes } of thumbnailsOf(...CUBE)) {
      const pixels = pixelsOf(bytes);
      expect(new Set(edgeOf(pixels))).toEqual(new Set([0]));
      expect(pixels.at(pixels.width >> 1, pixels.height >> 1)[3]).toBe(255);
    }
  });

  it('shows a cube as a cube: its outline is that of its corners', () => {
    const pixels = pixelsOf(bytesOf(...CUBE) as Buffer);
    const expected = outlineOfCube(pixels);
    let different = 0;
    for (let y = 0; y < pixels.height; y++)
      for (let x = 0; x < pixels.width; x++)
        if (covered(pixels, x, y) !== expected(x + 0.5, y + 0.5)) different++;
    expect(different / (pixels.width * pixels.height)).toBeLessThan(0.01);
  });

  it('is lightest on top and darkest at the side that the light does not reach', () => {
    const pixels = pixelsOf(bytesOf(...CUBE) as Buffer);
    const [top, left, right] = [
      [220, 80],
      [170, 220],
      [290, 200],
    ].map(([x, y]) => pixels.at(x as number, y as number)[1] as number);
    expect([(top as number) > (left as number), (left as number) > (right as number)]).toEqual([true, true]);
  });

  it('does not depend on how the file is cut into chunks', () => {
    const file = Buffer.from(`${[...START, ...CUBE].join('\n')}\n`);
    const analyser = new GcodeAnalyser();
    for (let at = 0; at < file.length; at += 1009) analyser.push(file.subarray(at, at + 1009));
    analyser.end();
    expect(analyser.thumbnails().kept[0]?.bytes.equals(bytesOf(...CUBE) as Buffer)).toBe(true);
  });

  it('is without purge line, skirt, supports and tower, where the file names them', () => {
    const help = (type: string) => typed(type, solid(150, 60, [10, 10, 5]));
    const all = [
      ...PURGE,
      ...help('Skirt/Brim'),
      ...help('Wipe tower'),
      ...help('Support material'),
      ...CUBE,
    ];
    expect(bytesOf(...all, ...help('Custom'))?.equals(bytesOf(...CUBE) as Buffer)).toBe(true);
  });

  it('is without purge line and tower, where the file names nothing', () => {
    const bare = bytesOf(...solid(100, 100));
    expect(bytesOf(...PURGE, ...solid(100, 100), ...solid(150, 60, [8, 8, 8]))?.equals(bare as Buffer)).toBe(
      true,
    );
  });

  it('has the colour of the filament where a person has chosen one', () => {
    const centre = (...lines: readonly string[]) => pixelsOf(bytesOf(...lines) as Buffer).at(220, 80);
    const [red = 0, green = 0, blue = 0] = centre(...CUBE, '; filament_colour = #2050E0;#FFFFFF');
    expect(blue).toBeGreaterThan(Math.max(red, green) + 50);
    const plain = centre(...CUBE);
    expect(centre(...CUBE, '; extruder_colour = ""', '; filament_colour = #29B2B2')).toEqual(plain);
    expect(centre(...CUBE, '; filament_colour = {colour}')).toEqual(plain);
  });

  it.each(['000000', 'ffffff'])('shows the shape of a part of the colour %s', (colour) => {
    const pixels = pixelsOf(bytesOf(...CUBE, `; filament_colour = #${colour}`) as Buffer);
    const [top, right] = [pixels.at(220, 80), pixels.at(290, 200)];
    expect((top[1] as number) - (right[1] as number)).toBeGreaterThan(15);
  });

  it('is the slicer’s own where the file has one', () => {
    const png = bytesOf(...CUBE) as Buffer;
    const base64 = png.toString('base64');
    const rows = (base64.match(/.{1,78}/g) ?? []).map((row) => `; ${row}`);
    const block = [`; thumbnail begin 440x328 ${base64.length}`, ...rows, '; thumbnail end'];
    expect(thumbnailsOf(...block, ...CUBE)).toMatchObject([{ width: 440, source: 'slicer' }]);
    expect(thumbnailsOf(...CUBE, ...block)).toMatchObject([{ width: 440, source: 'slicer' }]);
    const damaged = block.map((line) => line.replace('440x328', '441x328'));
    expect(thumbnailsOf(...damaged, ...CUBE)).toMatchObject([{ source: 'drawn' }, { source: 'drawn' }]);
  });

  it.each([
    ['nothing is extruded', ['G1 X10 Y10', 'G1 X20 Y30 Z5']],
    ['filament only moves at one place', ['G1 X10 Y10', 'G1 E5', 'G1 Z5 E5']],
    ['all is purge line', typed('Custom', PURGE)],
  ])('is none where %s', (_what, lines) => {
    expect(thumbnailsOf(...lines)).toEqual([]);
  });
});

describe('a path that no printer draws', () => {
  const at = (...place: number[]) => Float64Array.from(place);
  const wide = (side: number) => ({
    box: { min: { x: -side, y: -side, z: 0 }, max: { x: side, y: side, z: side } },
    lineWidth: 0.4,
  });

  it('has no picture where it is empty', () => {
    expect(drawPart(new Toolpath().lines, wide(10), null)).toEqual([]);
  });

  it('leaves out places that are no numbers, or too far away to be real', () => {
    const path = new Toolpath();
    const places = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e9, -1e12];
    path.add(at(0, 0, 1), at(10, 0, 1), false);
    for (const place of places) {
      path.add(at(10, 0, 1), at(place, 5, 1), true);
      path.add(at(place, 5, 1), at(3, place, 1), true);
      path.add(at(3, place, 1), at(3, 4, place), true);
      path.add(at(3, 4, place), at(10, 0, 1), true);
    }
    path.add(at(10, 0, 1), at(10, 10, 1), true);
    path.end();
    const kept = [path.lines.x, path.lines.y, path.lines.z].flatMap((values) => [
      ...values.subarray(0, path.lines.length),
    ]);
    expect(kept.every((value) => value >= 0 && value <= 10)).toBe(true);
    expect(drawPart(path.lines, wide(20), null)).toHaveLength(2);
  });

  it('may be ten metres long, or smaller than a line is wide', () => {
    for (const side of [9_000, 0.01]) {
      const path = new Toolpath();
      path.add(at(0, 0, 0.2), at(side, side, 0.2), false);
      path.end();
      const [picture] = drawPart(path.lines, wide(side), null);
      expect(new Set(edgeOf(pixelsOf(picture?.bytes as Buffer)))).toEqual(new Set([0]));
    }
  });

  it('takes no more memory the longer it is, and keeps layers from bottom to top', () => {
    const path = new Toolpath();
    const place = at(0, 0, 0);
    const next = at(0, 0, 0);
    for (let layer = 1; layer <= 1000; layer++)
      for (let step = 0; step < 1000; step++) {
        next.set([(step % 2) * 50, step / 20, layer / 10]);
        path.add(place, next, step > 0);
        place.set(next);
      }
    path.end();
    expect(path.lines.length).toBeLessThanOrEqual(1 << 18);
    const heights = path.lines.layers.map(({ z }) => z);
    expect(heights.length).toBeGreaterThan(100);
    expect(heights[0]).toBeLessThan(1);
    expect(heights.at(-1)).toBeGreaterThan(99);
  });

  it('is cut where a single layer has more lines than can be kept', () => {
    const path = new Toolpath();
    for (let step = 0; step < 300_000; step++)
      path.add(at(0, step, 0.2), at(50, step + (step % 3), 0.2), false);
    expect(path.lines.length).toBeLessThanOrEqual(1 << 18);
    path.add(at(0, 0, 0.4), at(50, 0, 0.4), false);
    expect(() => path.end()).not.toThrow();
  });

  it('is drawn inside its border or not at all, whatever it is', () => {
    const coordinate = fc.oneof(fc.double({ min: -300, max: 300 }), fc.double(), fc.integer());
    const move = fc.tuple(coordinate, coordinate, coordinate, fc.boolean());
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), fc.double(), (moves, lineWidth) => {
        const path = new Toolpath();
        let from = at(0, 0, 0);
        for (const [x, y, z, continues] of moves) {
          const to = at(x, y, z);
          path.add(from, to, continues);
          from = to;
        }
        path.end();
        for (const { bytes } of drawPart(path.lines, { ...wide(1e6), lineWidth }, null))
          expect(new Set(edgeOf(pixelsOf(bytes)))).toEqual(new Set([0]));
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether a place of the picture is inside a cube that fills it, seen from 32° to the right and 27° above. */
function outlineOfCube(pixels: Pixels): (x: number, y: number) => boolean {
  const [turn, rise] = [32, 27].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => {
    const [x, y, z] = [bits & 1, (bits >> 1) & 1, bits >> 2].map((bit) => bit - 0.5) as [
      number,
      number,
      number,
    ];
    const away = y * Math.cos(turn) - x * Math.sin(turn);
    return { x: x * Math.cos(turn) + y * Math.sin(turn), y: -z * Math.cos(rise) - away * Math.sin(rise) };
  });
  const sides = (key: 'x' | 'y', all: readonly { x: number; y: number }[]) => {
    const values = all.map((each) => each[key]);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const places: { x: number; y: number }[] = [];
  for (let y = 0; y < pixels.height; y++)
    for (let x = 0; x < pixels.width; x++) if (covered(pixels, x, y)) places.push({ x: x + 0.5, y: y + 0.5 });
  // The picture's own scale and place: the shape is compared, not the size.
  const [top, bottom] = sides('y', places);
  const [left, right] = sides('x', places);
  const [cornersTop, cornersBottom] = sides('y', corners);
  const scale = (bottom - top) / (cornersBottom - cornersTop);
  const moved = corners.map(({ x, y }) => ({
    x: (left + right) / 2 + x * scale,
    y: top + (y - cornersTop) * scale,
  }));
  // Inside the hull: not outside any line through two corners that has all corners on one side.
  const edges = moved.flatMap((a) =>
    moved
      .filter(
        (b) => b !== a && moved.every((c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) >= -1e-6),
      )
      .map((b) => ({ a, b })),
  );
  return (x, y) => edges.every(({ a, b }) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0);
}
