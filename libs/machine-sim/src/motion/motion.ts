import type { FirmwareProfile } from '@pandafab/firmware';
import { type Command, has, numberOf } from '../commands/command';
import type { Segment } from './planner';

export type Axis = 'X' | 'Y' | 'Z' | 'E';
export type Point = Record<Axis, number>;
/** Size of the reachable volume, millimetres. */
export interface Volume {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const AXES: readonly Axis[] = ['X', 'Y', 'Z', 'E'];
const origin = (): Point => ({ X: 0, Y: 0, Z: 0, E: 0 });
const INCH = 25.4;

/** The tool's position and the modes of coordinates: Marlin's gcode.cpp and motion.cpp. */
export class Motion {
  /** Machine position, millimetres. */
  readonly position = origin();
  /** The furthest requested position, before the endstops limited it. */
  readonly sent = { min: origin(), max: origin() };
  /** The shift of G92: logical = position + shift. */
  private readonly shift = origin();
  private relative = false;
  /** M82, M83; null while G90 or G91 decide. */
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

  /** G90, G91: in Marlin 2 also for E, and an earlier M82 or M83 has no more effect (`set_relative_mode`). */
  setRelative(relative: boolean): void {
    this.relative = relative;
    if (this.modes === 'latest') this.relativeE = null;
  }

  /** M82, M83: only for E. */
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

  /** G28 and power on: the position of these axes is 0, and their G92 is cleared. */
  home(axes: readonly Axis[]): void {
    for (const axis of axes) {
      this.position[axis] = 0;
      this.shift[axis] = 0;
    }
  }

  /** Moves to the target of G0 to G3, inside the software endstops; returns the path. */
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

  /** Records a requested position. */
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
    const requested = relative ? before + value : value - this.shift[axis];
    this.notice(axis, requested);
    this.position[axis] = axis === 'E' ? requested : Math.min(size, Math.max(0, requested));
    // A relative move is exactly the requested length: the difference of two sums is not.
    return relative && axis === 'E' ? value : this.position[axis] - before;
  }
}
