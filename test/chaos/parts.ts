/** The length that each extruding line of a part extrudes. */
export const UM_OF_LINE = 100;
const SHORT = 60;
/** Half a minute: long enough to notice an order without effect. */
const LONG = 600;
const FIRST_LONG = 5000;

export const isLong = (part: number): boolean => part >= FIRST_LONG;
/** Lines of a part's file that extrude. */
export const linesOf = (part: number): number => (isLong(part) ? LONG : SHORT);

/** Gives out the numbers of parts. */
export class PartNumbers {
  private short = 0;
  private long = FIRST_LONG;

  next(length: 'short' | 'long'): number {
    return length === 'short' ? this.short++ : this.long++;
  }
}

const SIDES = [10, 150] as const;
/** 140 mm at 50 mm/s: long enough for a fault to come during it, on machines sixty times faster than real ones. */
const FEED = 3000;

/** Each extruding line of each part is unique, so that a machine's log shows to which part it belongs. */
const extrusion = (part: number, index: number): string =>
  `G1 X${((SIDES[index % 2] ?? 0) + index / 100).toFixed(2)} Y${(10 + part / 100).toFixed(2)} E0.1 F${FEED}`;

/** G-code of part `part`, from 0 to 9 999. */
export function fileOf(part: number): string {
  const lines = Array.from({ length: linesOf(part) }, (_, index) => extrusion(part, index));
  return ['M104 S200', 'G28', 'M83', 'M109 S200', 'G1 Z0.2 F600', ...lines, 'M104 S0', 'M140 S0', ''].join(
    '\n',
  );
}

export const nameOf = (part: number): string => `part-${part}.gcode`;
export const partOf = (fileName: string): number => Number(/^part-(\d+)\.gcode/.exec(fileName)?.[1] ?? -1);

/** Which line of which part a machine accepted; undefined for lines that only prepare the print. */
export function lineOf(command: string): { part: number; index: number } | undefined {
  const [, x, y] = /^G1 X([\d.]+) Y([\d.]+) E0\.1 /.exec(command) ?? [];
  if (!x || !y) return undefined;
  const index = Math.round((Number(x) % 10) * 100);
  return { part: Math.round((Number(y) - 10) * 100), index };
}
