import type { Clock } from '@pandafab/shared';

/** One straight piece of movement, in millimetres and seconds. */
export interface Segment {
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  readonly de: number;
  /** Requested feed rate, mm/s. */
  readonly feedRate: number;
}

/** Marlin's defaults (Configuration.h): DEFAULT_MAX_FEEDRATE, DEFAULT_ACCELERATION, jerk. */
const MAX_RATE = { x: 300, y: 300, z: 5, e: 25 };
const ACCELERATION = 3000;
const JERK = 10;

/** Seconds for a trapezoid that enters and leaves at `edge` mm/s and cruises at `rate` if it is long enough. */
export function trapezoidSeconds(length: number, edge: number, rate: number): number {
  const ramp = (rate * rate - edge * edge) / (2 * ACCELERATION);
  if (2 * ramp <= length) return (2 * (rate - edge)) / ACCELERATION + (length - 2 * ramp) / rate;
  const peak = Math.sqrt(edge * edge + ACCELERATION * length);
  return (2 * (peak - edge)) / ACCELERATION;
}

const lengthOf = ({ dx, dy, dz, de }: Segment): number => Math.hypot(dx, dy, dz) || Math.abs(de);

function cruiseRate(segment: Segment, length: number): number {
  const limit = (delta: number, rate: number) => (delta === 0 ? Infinity : (rate * length) / Math.abs(delta));
  return Math.min(
    segment.feedRate,
    limit(segment.dx, MAX_RATE.x),
    limit(segment.dy, MAX_RATE.y),
    limit(segment.dz, MAX_RATE.z),
    limit(segment.de, MAX_RATE.e),
  );
}

/** The planned moves: each has its end time, so no ticks are needed. */
export class Planner {
  private ends: number[] = [];
  private lastEnd = 0;
  private last: { segment: Segment; length: number; rate: number } | null = null;

  /** @param blocks BLOCK_BUFFER_SIZE; one of them always stays empty */
  constructor(
    private readonly clock: Clock,
    private readonly speed: number,
    private readonly blocks: number,
  ) {}

  add(segment: Segment): void {
    const length = lengthOf(segment);
    if (length === 0) return;
    const rate = cruiseRate(segment, length);
    const edge = Math.min(rate, this.junctionRate(segment, length, rate));
    const start = Math.max(this.clock.monotonic(), this.lastEnd);
    this.lastEnd = start + (trapezoidSeconds(length, edge, rate) * 1000) / this.speed;
    this.ends.push(this.lastEnd);
    this.last = { segment, length, rate };
  }

  /** `moves_free()`. */
  get free(): number {
    this.forgetFinished();
    return Math.max(0, this.blocks - 1 - this.ends.length);
  }

  /** When there is room for one more move: a monotonic time, perhaps past. */
  get roomAt(): number {
    return this.free > 0 ? 0 : (this.ends[this.ends.length - this.blocks + 1] ?? 0);
  }

  /** When the last move ends: a monotonic time, perhaps past. */
  get idleAt(): number {
    return this.lastEnd;
  }

  /** Drops everything planned (`quick_stop`). */
  clear(): void {
    this.ends = [];
    this.lastEnd = 0;
    this.last = null;
  }

  private forgetFinished(): void {
    const now = this.clock.monotonic();
    let finished = 0;
    while (finished < this.ends.length && (this.ends[finished] as number) <= now) finished++;
    if (finished > 0) this.ends.splice(0, finished);
    if (this.ends.length === 0) this.last = null;
  }

  /** Speed through the corner with the previous move: full speed straight on, the jerk speed at a right angle. */
  private junctionRate(segment: Segment, length: number, rate: number): number {
    if (!this.last) return 0;
    const { segment: before, length: lengthBefore, rate: rateBefore } = this.last;
    const dot = segment.dx * before.dx + segment.dy * before.dy + segment.dz * before.dz;
    return Math.max(JERK, Math.min(rate, rateBefore) * (dot / (length * lengthBefore)));
  }
}
