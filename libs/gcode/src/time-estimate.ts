/** Speeds in mm/s, accelerations in mm/s². */
export interface MotionLimits {
  acceleration: number;
  travelAcceleration: number;
  retractAcceleration: number;
  /** Per axis X, Y, Z, E. */
  readonly maxFeedrate: number[];
  readonly maxAcceleration: number[];
  /** Change of speed that an axis takes in a corner without slowing down. */
  readonly jerk: number[];
}

/** What PrusaSlicer assumes of a machine that states nothing (its `machine_max_*` defaults). */
export const defaultLimits = (): MotionLimits => ({
  acceleration: 1500,
  travelAcceleration: 1500,
  retractAcceleration: 1500,
  maxFeedrate: [500, 500, 12, 120],
  maxAcceleration: [9000, 9000, 500, 10_000],
  jerk: [10, 10, 0.4, 2.5],
});

const AXES = 4;

/** How many moves the planner of common firmware looks ahead (BLOCK_BUFFER_SIZE); more change nothing here. */
const LOOK_AHEAD = 32;

interface Move {
  distance: number;
  cruise: number;
  acceleration: number;
  /** Fastest that the corner before this move may be taken. */
  entryLimit: number;
  entry: number;
}

/**
 * A first estimate of printing time: trapezoids of speed, corners limited by jerk, looking ahead over the last moves.
 * The machine's own limits and a full model of its planner come with later work.
 */
export class TimeEstimate {
  private readonly limits = defaultLimits();
  private readonly queue: Move[] = [];
  private readonly lastSpeed = new Float64Array(AXES);
  private done = 0;

  /** Seconds so far. */
  get seconds(): number {
    return this.done;
  }

  get motionLimits(): MotionLimits {
    return this.limits;
  }

  /** A pause of the machine: everything before it comes to rest. */
  dwell(seconds: number): void {
    this.rest();
    this.done += Math.min(Math.max(seconds, 0), 86_400);
  }

  /**
   * One straight move.
   * @param delta millimetres per axis X, Y, Z, E
   * @param feedrate mm/s along the path
   */
  move(delta: Float64Array, feedrate: number): void {
    const [x = 0, y = 0, z = 0, e = 0] = delta;
    const travelled = Math.hypot(x, y, z);
    const distance = travelled > 0 ? travelled : Math.abs(e);
    if (distance < 1e-6 || feedrate <= 0) return;
    const cruise = this.capped(delta, distance, feedrate, this.limits.maxFeedrate);
    const wanted =
      travelled === 0
        ? this.limits.retractAcceleration
        : e > 0
          ? this.limits.acceleration
          : this.limits.travelAcceleration;
    const acceleration = this.capped(delta, distance, wanted, this.limits.maxAcceleration);
    const entryLimit = this.corner(delta, distance, cruise);
    this.queue.push({ distance, cruise, acceleration, entryLimit, entry: 0 });
    if (this.queue.length > LOOK_AHEAD * 2) this.settle(LOOK_AHEAD);
  }

  /** Ends what is queued at rest. */
  rest(): void {
    this.settle(0);
    this.lastSpeed.fill(0);
  }

  /** The highest of `wanted` at which no axis passes its own limit. */
  private capped(delta: Float64Array, distance: number, wanted: number, limits: readonly number[]): number {
    let cap = wanted;
    for (let axis = 0; axis < AXES; axis++) {
      const share = Math.abs(delta[axis] as number) / distance;
      const limit = limits[axis] ?? 0;
      if (share > 0 && limit > 0 && cap * share > limit) cap = limit / share;
    }
    return cap;
  }

  private corner(delta: Float64Array, distance: number, cruise: number): number {
    const previous = this.queue.at(-1);
    let factor = 1;
    for (let axis = 0; axis < AXES; axis++) {
      const speed = ((delta[axis] as number) / distance) * cruise;
      const change = Math.abs(speed - (this.lastSpeed[axis] as number));
      const allowed = this.limits.jerk[axis] ?? 0;
      if (change > allowed) factor = Math.min(factor, allowed / change);
      this.lastSpeed[axis] = speed;
    }
    return previous ? Math.min(previous.cruise, cruise) * factor : 0;
  }

  /** Works out the speeds of what is queued, and takes the time of all but the last `keep` moves. */
  private settle(keep: number): void {
    const { queue } = this;
    let next = 0;
    for (let i = queue.length - 1; i > 0; i--) {
      const move = queue[i] as Move;
      move.entry = Math.min(move.entryLimit, Math.sqrt(next * next + 2 * move.acceleration * move.distance));
      next = move.entry;
    }
    const count = queue.length - keep;
    for (let i = 0; i < count; i++) {
      const move = queue[i] as Move;
      const following = queue[i + 1];
      const reachable = Math.sqrt(move.entry * move.entry + 2 * move.acceleration * move.distance);
      const exit = Math.min(following?.entry ?? 0, reachable);
      if (following) following.entry = exit;
      this.done += secondsOf(move, exit);
    }
    queue.splice(0, count);
    // The first kept move's entry is decided; the corner limit of the next pass must not raise it.
  }
}

function secondsOf({ distance, cruise, acceleration, entry }: Move, exit: number): number {
  const peak = Math.min(cruise, Math.sqrt(acceleration * distance + (entry * entry + exit * exit) / 2));
  const top = Math.max(peak, entry, exit, 1e-9);
  const ramps = (2 * top * top - entry * entry - exit * exit) / (2 * acceleration);
  return (2 * top - entry - exit) / acceleration + Math.max(distance - ramps, 0) / top;
}
