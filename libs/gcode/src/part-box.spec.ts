import { readFileSync } from 'node:fs';
import { type Box, GcodeAnalyser } from './index';

const AREA = Math.PI * 0.875 ** 2;
const HEIGHT = 0.2;
const WIDTH = 0.4;

function analysed(file: Buffer) {
  const analyser = new GcodeAnalyser(file.subarray(-65_536));
  analyser.push(file);
  return analyser.end();
}
/** Sides to a tenth of a millimetre, as people are shown them, and where it begins. */
const sides = (box: Box | null) =>
  box && (['x', 'y', 'z'] as const).map((axis) => Number((box.max[axis] - box.min[axis]).toFixed(1)));

/** The outline of a square, drawn with the middle of its lines so that its outside is `side` wide. */
function square(x: number, y: number, side: number): string[] {
  const [low, high] = [WIDTH / 2, side - WIDTH / 2];
  const e = (((high - low) * WIDTH * HEIGHT) / AREA).toFixed(5);
  const at = (dx: number, dy: number) => `X${x + dx} Y${y + dy}`;
  return [
    `G0 ${at(low, low)}`,
    ...[at(high, low), at(high, high), at(low, high), at(low, low)].map((place) => `G1 ${place} E${e}`),
  ];
}
const START = ['G28', 'G21', 'G90', 'M83', 'M104 S200'];
const PURGE = ['G1 Z0.3', 'G1 X2 Y20', 'G1 X2 Y180 E15'];

/** So many layers. */
const layers = (count: number, draw: (layer: number) => string[]): string[] =>
  Array.from({ length: count }, (_, at) => [`G1 Z${(HEIGHT * (at + 1)).toFixed(2)}`, ...draw(at)]).flat();
const boxOf = (...lines: readonly string[]) => analysed(Buffer.from(`${lines.join('\n')}\n`)).part;

describe('the box of the part', () => {
  const typed = (skirt: string, outer: string) => (layer: number) => [
    ...(layer === 0 ? [skirt, ...square(90, 90, 40)] : []),
    outer,
    ...square(100, 100, 20),
  ];

  it.each([
    ['PrusaSlicer', ';TYPE:Skirt/Brim', ';TYPE:External perimeter'],
    ['OrcaSlicer', ';TYPE:Skirt', ';TYPE:Outer wall'],
    ['Bambu Studio', '; FEATURE: Brim', '; FEATURE: Outer wall'],
    ['Cura', ';TYPE:SKIRT', ';TYPE:WALL-OUTER'],
    ['Cura, its tower', ';TYPE:PRIME-TOWER', ';TYPE:WALL-INNER'],
    ['Cura, its supports', ';TYPE:SUPPORT-INTERFACE', ';TYPE:SKIN'],
    ['Simplify3D 4', '; feature skirt', '; feature outer perimeter'],
    ['Simplify3D 3', '; skirt', '; outer perimeter'],
    ['Kiri:Moto', '; feature skirt', '; feature shells'],
    ['KISSlicer', "; 'Skirt Path', 1.1 [feed mm/s], 5.0 [head mm/s]", "; 'Perimeter Path', 1.1 [feed mm/s]"],
    ['ideaMaker', ';TYPE:BRIM', ';TYPE:WALL-OUTER'],
  ])('is 20 × 20 × 20 for a cube of 20 mm, by the types of %s', (_slicer, skirt, outer) => {
    const part = boxOf(...START, ...PURGE, ...layers(100, typed(skirt, outer)), ...['G1 X0 Y200 F9000']);
    expect(sides(part)).toEqual([20, 20, 20]);
    expect(part?.min).toEqual({ x: 100, y: 100, z: 0 });
  });

  it('is the same without any types: the largest island above the first layer', () => {
    const bare = (layer: number) => [
      ...(layer === 0 ? square(90, 90, 40) : []),
      ...square(100, 100, 20),
      ...square(150, 150, 8),
    ];
    expect(sides(boxOf(...START, ...PURGE, ...layers(100, bare)))).toEqual([20, 20, 20]);
  });

  it('contains several parts next to each other when types distinguish them', () => {
    const two = () => [';TYPE:WALL-OUTER', ...square(20, 20, 20), ...square(60, 20, 20)];
    expect(sides(boxOf(...START, ...PURGE, ...layers(50, two)))).toEqual([60, 20, 10]);
  });

  it('begins on its raft, not on the bed', () => {
    const onRaft = (layer: number) =>
      layer < 4 ? [';TYPE:SUPPORT', ...square(95, 95, 30)] : [';TYPE:WALL-OUTER', ...square(100, 100, 20)];
    expect(sides(boxOf(...START, ...layers(104, onRaft)))).toEqual([20, 20, 20]);
  });

  it('uses the slicer’s line width', () => {
    const said = ['; external perimeters extrusion width = 0.40mm', ...START];
    expect(
      sides(boxOf(...said, ...layers(1, () => [';TYPE:External perimeter', ...square(0, 0, 20)]))),
    ).toEqual([...[20, 20, 0.2]]);
  });

  it('exists for one layer without types, and is null when nothing is extruded', () => {
    expect(sides(boxOf(...START, ...layers(1, () => square(100, 100, 20))))).toEqual([20, 20, 0.2]);
    expect(boxOf(...START, 'G1 X50', 'G1 E5')).toBeNull();
  });

  it.each([
    ['cube20', [20, 20, 20]],
    ['slicers/prusaslicer', [30.5, 30.5, 2]],
    ['slicers/superslicer', [30.5, 30.5, 2]],
    ['slicers/orcaslicer', [30.5, 30.5, 2]],
    ['slicers/bambustudio', [30.5, 30.5, 2]],
    ['slicers/cura', [30.5, 30.5, 2]],
    ['slicers/simplify3d', [30.5, 30.5, 2]],
    ['slicers/kirimoto', [30.5, 30.5, 2]],
    ['slicers/slic3r', [30.5, 30.5, 2]],
  ])('of the fixture %s', (name, expected) => {
    const { part, extents } = analysed(readFileSync(`test/fixtures/gcode/${name}.gcode`));
    expect((sides(part) ?? []).map((side, axis) => Math.abs(side - (expected[axis] ?? 0)) < 0.11)).toEqual([
      ...[true, true, true],
    ]);
    expect(extents.extruding).not.toBeNull();
  });
});
