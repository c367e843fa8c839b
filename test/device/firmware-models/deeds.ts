export type Axis = 0 | 1 | 2;
export type Place = readonly [x: number, y: number, z: number];

/** All actions of a model of a machine that could do harm. */
export class Deeds {
  nozzleC = 0;
  bedC = 0;
  chamberC = 0;
  readonly min = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  readonly max = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  /** The actions that no file may cause, by name. */
  readonly forbidden: string[] = [];

  heat(heater: 'nozzle' | 'bed' | 'chamber', celsius: number): void {
    // A heater whose target is not a number is heated without a limit.
    const target = Number.isNaN(celsius) ? Number.POSITIVE_INFINITY : celsius;
    if (heater === 'nozzle') this.nozzleC = Math.max(this.nozzleC, target);
    else if (heater === 'bed') this.bedC = Math.max(this.bedC, target);
    else this.chamberC = Math.max(this.chamberC, target);
  }

  visit(axis: Axis, mm: number): void {
    this.min[axis] = Math.min(this.min[axis] as number, Number.isNaN(mm) ? Number.NEGATIVE_INFINITY : mm);
    this.max[axis] = Math.max(this.max[axis] as number, Number.isNaN(mm) ? Number.POSITIVE_INFINITY : mm);
  }

  forbid(what: string): void {
    this.forbidden.push(what);
  }
}

/** The properties of one machine; a run chooses one of each kind at random. */
export interface Build {
  /** Where it is when the file begins. */
  readonly start: Place;
  /** Where homing Z leaves X and Y: its corner, or the middle of the bed. */
  readonly zHomesAt: readonly [x: number, y: number];
  /** How high homing leaves it. */
  readonly raiseMm: number;
  /** Where probing, parking and macros leave it. */
  readonly strayedTo: readonly [x: number, y: number];
  /** Null: none, so that nothing limits the moves of a file. */
  readonly ends: Ends | null;
  /** Behaviour of some builds of a firmware. */
  readonly options: ReadonlySet<string>;
}

/** The limits of software endstops, by axis. Many machines have none below in Z. */
export type Ends = readonly { readonly min: number; readonly max: number }[];

/** A position as software endstops limit it; `shift` is the offset of the coordinates of this axis. */
export function stoppedAt(ends: Ends, axis: Axis, mm: number, shift: number): number {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = ends[axis] ?? {};
  return Math.min(Math.max(mm - shift, min), max) + shift;
}

export interface FirmwareModel {
  readonly deeds: Deeds;
  /** The firmware asked for a line again, refused one or stopped: a host sends nothing after it. */
  readonly stopped: boolean;
  /** @param frame a line with its line feed, as it came over the wire */
  receive(frame: Uint8Array): void;
}

/**
 * Goes along an arc as Marlin's plan_arc and Prusa's mc_arc do: in steps of single precision, always onwards, all the
 * way round where the ends meet.
 */
export function sweepArc(
  deeds: Deeds,
  from: readonly [number, number],
  to: readonly [number, number],
  centre: readonly [number, number],
  clockwise: boolean,
): void {
  const { fround } = Math;
  const rx = fround(fround(from[0]) - fround(centre[0]));
  const ry = fround(fround(from[1]) - fround(centre[1]));
  const tx = fround(fround(to[0]) - fround(centre[0]));
  const ty = fround(fround(to[1]) - fround(centre[1]));
  let angle = fround(Math.atan2(fround(rx * ty - ry * tx), fround(rx * tx + ry * ty)));
  if (angle < 0) angle = fround(angle + 2 * Math.PI);
  if (clockwise) angle = fround(angle - 2 * Math.PI);
  if (angle === 0 && from[0] === to[0] && from[1] === to[1]) angle = clockwise ? -2 * Math.PI : 2 * Math.PI;
  const steps = 720;
  for (let step = 0; step <= steps; step++) {
    const turned = (angle * step) / steps;
    const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
    deeds.visit(0, centre[0] + rx * cos - ry * sin);
    deeds.visit(1, centre[1] + rx * sin + ry * cos);
  }
}
