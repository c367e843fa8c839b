import { defaultLimits, type PlannerLimits } from './motion-limits';
import type { Timeline, TimeMark } from './timeline';

const AXES = 4;
/** How many moves firmware looks ahead at most (Marlin's BLOCK_BUFFER_SIZE is 16 to 64); more change nothing. */
const LOOK_AHEAD = 64;
/** Planned at a time: the more, the less often the moves that are kept are gone over again. */
const CAPACITY = 512;
const NO_MARK = Number.POSITIVE_INFINITY;
const LONGEST_DWELL = 86_400;
/** A straight line, or a turn back, to Marlin's junction deviation (planner.cpp). */
const ALMOST_ONE = 0.999999;

/**
 * Printing time as the planner of common firmware makes it: trapezoids of speed, corners limited by jerk or by
 * junction deviation, looking ahead (Marlin/src/module/planner.cpp, _populate_block, reverse_pass, forward_pass).
 * Homing, heating and tool changes take no time here. Nothing is allocated for a move: the queue is a few arrays of
 * numbers, in which speeds are kept squared, as the planner needs them.
 */
export class TimeEstimate {
  private readonly distance = new Float64Array(CAPACITY);
  private readonly cruise = new Float64Array(CAPACITY);
  private readonly acceleration = new Float64Array(CAPACITY);
  /** Squared: fastest that the corner before a move may be taken. */
  private readonly corner = new Float64Array(CAPACITY);
  /** Squared: how fast each move begins. That of the first one is settled. */
  private readonly entry = new Float64Array(CAPACITY + 1);
  private length = 0;

  /** Of the move before, per axis, in mm/s. */
  private readonly lastSpeed = new Float64Array(AXES);
  private lastCruise = 0;
  /** As fast as the move before may begin or end at rest. */
  private lastSafe = 0;

  private done = 0;
  private settled = 0;
  private readonly marks: { readonly mark: TimeMark; readonly move: number }[] = [];
  private nextMarked = NO_MARK;

  /**
   * @param timeline gets the marks, with their times
   * @param limits of the machine; the file's own commands change them
   */
  constructor(
    private readonly timeline: Timeline,
    readonly limits: PlannerLimits = defaultLimits(),
  ) {}

  /** Seconds of what is settled; of everything after `rest`. */
  get seconds(): number {
    return this.done;
  }

  /** Wants to know when the next move begins. */
  mark(mark: TimeMark): void {
    const move = this.settled + this.length;
    if (this.marks.at(-1)?.move === move) this.marks.pop();
    this.marks.push({ mark, move });
    this.nextMarked = (this.marks[0] as { move: number }).move;
  }

  /** A pause of the machine: everything before it comes to rest. */
  dwell(seconds: number): void {
    this.rest();
    this.done += Math.min(Math.max(seconds, 0), LONGEST_DWELL);
  }

  /**
   * One straight move.
   * @param delta millimetres per axis X, Y, Z, E
   * @param feedrate mm/s along the path
   */
  move(delta: Float64Array, feedrate: number): void {
    const x = delta[0] as number;
    const y = delta[1] as number;
    const z = delta[2] as number;
    const e = delta[3] as number;
    const travelled = Math.sqrt(x * x + y * y + z * z);
    const distance = travelled > 0 ? travelled : Math.abs(e);
    if (distance < 1e-6 || feedrate <= 0) return;
    const { limits } = this;
    const perMm = 1 / distance;
    let cruise = feedrate;
    let acceleration =
      travelled === 0 ? limits.retractAcceleration : e > 0 ? limits.acceleration : limits.travelAcceleration;
    // No axis passes its own limits.
    for (let axis = 0; axis < AXES; axis++) {
      const share = Math.abs(delta[axis] as number) * perMm;
      if (cruise * share > (limits.maxFeedrate[axis] as number))
        cruise = (limits.maxFeedrate[axis] as number) / share;
      if (acceleration * share > (limits.maxAcceleration[axis] as number))
        acceleration = (limits.maxAcceleration[axis] as number) / share;
    }
    const slot = this.length++;
    this.distance[slot] = distance;
    this.cruise[slot] = cruise;
    this.acceleration[slot] = acceleration;
    if (limits.junctionDeviation > 0) this.deviate(slot, delta, perMm);
    else this.jerk(slot, delta, cruise * perMm);
    this.lastCruise = cruise;
    if (slot === 0) this.entry[0] = this.corner[0] as number;
    if (this.length === CAPACITY) this.settle(LOOK_AHEAD);
  }

  /** Ends what is queued at rest. */
  rest(): void {
    this.settle(0);
    this.lastCruise = 0;
    while (this.marks.length > 0) this.reachMark();
  }

  /**
   * How fast the corner before a move may be taken, by jerk; that of a move from rest is the speed at which it may
   * start. Coasting in one direction is told from turning back, where both speeds pass through rest.
   */
  private jerk(slot: number, delta: Float64Array, perSecond: number): void {
    const { lastCruise, lastSpeed } = this;
    const { jerk } = this.limits;
    const cruise = this.cruise[slot] as number;
    const slowdown = lastCruise > cruise ? cruise / lastCruise : 1;
    let safe = cruise;
    let factor = 1;
    for (let axis = 0; axis < AXES; axis++) {
      const speed = (delta[axis] as number) * perSecond;
      const last = lastSpeed[axis] as number;
      const allowed = jerk[axis] as number;
      if (allowed < safe && Math.abs(speed) > allowed) safe = allowed;
      const exit = last * slowdown * factor;
      const entry = speed * factor;
      const change = exit * entry > 0 ? Math.abs(exit - entry) : Math.max(Math.abs(exit), Math.abs(entry));
      if (change > allowed) factor *= allowed / change;
      lastSpeed[axis] = speed;
    }
    let corner = lastCruise > 0 ? Math.min(cruise, lastCruise) * factor : safe;
    // Where stopping is as good, firmware stops ("not coasting").
    if (this.lastSafe > corner * 0.99 && safe > corner * 0.99) corner = safe;
    this.lastSafe = safe;
    this.corner[slot] = corner * corner;
  }

  /** The same by junction deviation, which starts from rest. */
  private deviate(slot: number, delta: Float64Array, perMm: number): void {
    const { lastCruise, lastSpeed, limits } = this;
    const cruise = this.cruise[slot] as number;
    let cosine = 0;
    for (let axis = 0; axis < AXES; axis++) {
      const speed = (delta[axis] as number) * perMm * cruise;
      if (axis < 3 && lastCruise > 0)
        cosine -= ((lastSpeed[axis] as number) / lastCruise) * (delta[axis] as number) * perMm;
      lastSpeed[axis] = speed;
    }
    this.lastSafe = 0;
    const least = Math.min(cruise, lastCruise);
    const sine = Math.sqrt(0.5 * (1 - cosine));
    const fastest = ((this.acceleration[slot] as number) * limits.junctionDeviation * sine) / (1 - sine);
    if (cosine > ALMOST_ONE) this.corner[slot] = 0;
    else this.corner[slot] = cosine < -ALMOST_ONE ? least * least : Math.min(least * least, fastest);
  }

  /** Works out the speeds of what is queued, and takes the time of all but the last `keep` moves. */
  private settle(keep: number): void {
    const { acceleration, corner, distance, entry, length } = this;
    if (length === 0) return;
    let next = this.lastSafe * this.lastSafe;
    entry[length] = next;
    for (let i = length - 1; i > 0; i--) {
      const reachable = next + 2 * (acceleration[i] as number) * (distance[i] as number);
      const limit = corner[i] as number;
      next = Math.min(limit, reachable);
      entry[i] = next;
    }
    const count = length - keep;
    let begin = Math.sqrt(entry[0] as number);
    for (let i = 0; i < count; i++) {
      if (this.settled === this.nextMarked) this.reachMark();
      const reachable = (entry[i] as number) + 2 * (acceleration[i] as number) * (distance[i] as number);
      if (reachable < (entry[i + 1] as number)) entry[i + 1] = reachable;
      const end = Math.sqrt(entry[i + 1] as number);
      this.done += secondsOf(
        distance[i] as number,
        acceleration[i] as number,
        this.cruise[i] as number,
        begin,
        end,
      );
      this.settled++;
      begin = end;
    }
    this.drop(count);
  }

  private drop(count: number): void {
    for (const queue of [this.distance, this.cruise, this.acceleration, this.corner, this.entry])
      queue.copyWithin(0, count, this.length);
    this.length -= count;
  }

  private reachMark(): void {
    const reached = this.marks.shift();
    if (reached) this.timeline.add(reached.mark, this.done);
    this.nextMarked = this.marks[0]?.move ?? NO_MARK;
  }
}

/** A trapezoid, or a triangle where the cruising speed is out of reach. */
function secondsOf(
  distance: number,
  acceleration: number,
  cruise: number,
  begin: number,
  end: number,
): number {
  const ramps = (2 * cruise * cruise - begin * begin - end * end) / (2 * acceleration);
  if (ramps <= distance) return (2 * cruise - begin - end) / acceleration + (distance - ramps) / cruise;
  const peak = Math.sqrt(acceleration * distance + (begin * begin + end * end) / 2);
  return (2 * peak - begin - end) / acceleration;
}
