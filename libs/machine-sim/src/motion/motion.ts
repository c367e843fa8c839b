import type { FirmwareProfile } from '@pandafab/firmware';
import { type Command, has, numberOf } from '../commands/command';
import type { Segment } from './planner';

export type Axis = 'X' | 'Y' | 'Z' | 'E';
export type Point = Record<Axis, number>;
/** Size of what the machine can reach, millimetres. */
export interface Volume {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const AXES: readonly Axis[] = ['X', 'Y', 'Z', 'E'];
const origin = (): Point => ({ X: 0, Y: 0, Z: 0, E: 0 });
const INCH = 25.4;

/** Where the tool is and how coordinates are to be read: Marlin's gcode.cpp and motion.cpp. */
export class Motion {
  /** Machine position, millimetres. */
  readonly position = origin();
  /** Where it was sent at its furthest, before its endstops kept it inside. */
  readonly sent = { min: origin(), max: origin() };
  /** What G92 added: logical = position + shift. */
  private readonly shift = origin();
  private relative = false;
  /** M82, M83; null where G90 or G91 have the word. */
  private relativeE: boolean | null = null;
  private scale = 1;
  /** mm/s. */
  private feedRate = 25;
  /** M220. */
  private feedPercent = 100;

  constructor(
    private readonly volume: Volume,
    private readonly modes: FirmwareProfile['extrusion']['modes'],
  ) {}

  logical(axis: Axis): number {
    return this.position[axis] + this.shift[axis];
  }

  /** G90, G91: in Marlin 2 also for E, and whatever M82 or M83 said is forgotten (`set_relative_mode`). */
  setRelative(relative: boolean): void {
    this.relative = relative;
    if (this.modes === 'latest') this.relativeE = null;
  }

  /** M82, M83: for E alone. */
  setRelativeE(relative: boolean): void {
    this.relativeE = relative;
  }

  /** G20, G21. */
  setInches(inches: boolean): void {
    this.scale = inches ? INCH : 1;
  }

  /** M220, per cent. */
  setFeedPercent(percent: number): void {
    if (percent > 0) this.feedPercent = percent;
  }

  /** Power on. */
  reset(): void {
    this.home(['X', 'Y', 'Z', 'E']);
    this.relative = false;
    this.relativeE = null;
    this.scale = 1;
    this.feedPercent = 100;
  }

  /** A length in the file's unit, in millimetres. */
  millimetres(command: Command, letter: string): number | undefined {
    const value = numberOf(command, letter);
    return value === undefined ? undefined : value * this.scale;
  }

  /** G92: without axes, all of them become 0. */
  setLogical(command: Command): void {
    const all = !AXES.some((axis) => has(command, axis));
    for (const axis of AXES) {
      const value = all ? 0 : this.millimetres(command, axis);
      if (value !== undefined) this.shift[axis] = value - this.position[axis];
    }
  }

  /** G28 and power on: the position of these axes is 0, and G92 on them forgotten. */
  home(axes: readonly Axis[]): void {
    for (const axis of axes) {
      this.position[axis] = 0;
      this.shift[axis] = 0;
    }
  }

  /** Moves to where G0 to G3 say, inside the software endstops; answers the way. */
  travel(command: Command): Segment {
    const feed = this.millimetres(command, 'F');
    if (feed !== undefined && feed > 0) this.feedRate = feed / 60;
    return {
      dx: this.advance(command, 'X', this.volume.x),
      dy: this.advance(command, 'Y', this.volume.y),
      dz: this.advance(command, 'Z', this.volume.z),
      de: this.advance(command, 'E', Infinity),
      feedRate: (this.feedRate * this.feedPercent) / 100,
    };
  }

  /** Notes a place that the tool is sent to. */
  notice(axis: Axis, place: number): void {
    this.sent.min[axis] = Math.min(this.sent.min[axis], place);
    this.sent.max[axis] = Math.max(this.sent.max[axis], place);
  }

  private isRelativeE(): boolean {
    if (this.modes === 'latest') return this.relativeE ?? this.relative;
    return this.relativeE === true || (this.modes === 'either' && this.relative);
  }

  private advance(command: Command, axis: Axis, size: number): number {
    const value = this.millimetres(command, axis);
    if (value === undefined) return 0;
    const relative = axis === 'E' ? this.isRelativeE() : this.relative;
    const before = this.position[axis];
    const wished = relative ? before + value : value - this.shift[axis];
    this.notice(axis, wished);
    this.position[axis] = axis === 'E' ? wished : Math.min(size, Math.max(0, wished));
    // A relative move is exactly what was asked for: the difference of two sums is not.
    return relative && axis === 'E' ? value : this.position[axis] - before;
  }
}
