import { defaultLimits, type PlannerLimits } from './motion-limits';
import type { Timeline, TimeMark } from './timeline';

const AXES = 4;
/** The greatest number of moves that firmware looks ahead (Marlin's BLOCK_BUFFER_SIZE is 16 to 64); more make no difference. */
const LOOK_AHEAD = 64;
/** Moves planned in one pass: the more, the less often the kept moves are planned again. */
const CAPACITY = 512;
const NO_MARK = Number.POSITIVE_INFINITY;
const LONGEST_DWELL = 86_400;
/** A straight line, or a reversal, for Marlin's junction deviation (planner.cpp). */
const ALMOST_ONE = 0.999999;

/**
 * Printing time as the planner of common firmware gives it: trapezoids of speed, corners limited by jerk or by
 * junction deviation, looking ahead (Marlin/src/module/planner.cpp, _populate_block, reverse_pass, forward_pass).
 * Homing, heating and tool changes take no time here. Nothing is allocated for a move: the queue is a few arrays of
 * numbers, in which speeds are kept squared, as the planner needs them.
 */
export class TimeEstimate {
  private readonly distance = new Float64Array(CAPACITY);
  private readonly cruise = new Float64Array(CAPACITY);
  private readonly acceleration = new Float64Array(CAPACITY);
  /** Squared: the maximum speed in the corner before a move. */
  private readonly corner = new Float64Array(CAPACITY);
  /** Squared: the start speed of each move. That of the first one is final. */
  private readonly entry = new Float64Array(CAPACITY + 1);
  private length = 0;

  /** Speed of the previous move, per axis, in mm/s. */
  private readonly lastSpeed = new Float64Array(AXES);
  /** Direction of the present move: the share of each axis in a millimetre. */
  private readonly direction = new Float64Array(AXES);
  private lastCruise = 0;
  /** The speed at which the previous move may start from or end at rest. */
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

  /** Seconds of the finished moves; of all moves after `rest`. */
  get seconds(): number {
    return this.done;
  }

  /** Requests the start time of the next move. */
  mark(mark: TimeMark): void {
    const move = this.settled + this.length;
    if (this.marks.at(-1)?.move === move) this.marks.pop();
    this.marks.push({ mark, move });
    this.nextMarked = (this.marks[0] as { move: number }).move;
  }

  /** A pause of the machine: all earlier moves come to rest. */
  dwell(seconds: number): void {
    this.rest();
    this.done += Math.min(Math.max(seconds, 0), LONGEST_DWELL);
  }

  /**
   * One straight move.
   * @param step millimetres along X, Y, Z and E, and mm/s along the path: in one array, since a number passed from
   *   function to function would be allocated for every move
   */
  move(step: Float64Array): void {
    const x = step[0] as number;
    const y = step[1] as number;
    const z = step[2] as number;
    const e = step[3] as number;
    const feedrate = step[4] as number;
    const travelled = Math.sqrt(x * x + y * y + z * z);
    const distance = travelled > 0 ? travelled : Math.abs(e);
    if (distance < 1e-6 || feedrate <= 0) return;
    const { direction, limits } = this;
    const perMm = 1 / distance;
    let cruise = feedrate;
    let acceleration =
      travelled === 0 ? limits.retractAcceleration : e > 0 ? limits.acceleration : limits.travelAcceleration;
    // No axis passes its own limits.
    for (let axis = 0; axis < AXES; axis++) {
      const part = (step[axis] as number) * perMm;
      direction[axis] = part;
      if (part === 0) continue;
      const share = Math.abs(part);
      if (cruise * share > (limits.maxFeedrate[axis] as number))
        cruise = (limits.maxFeedrate[axis] as number) / share;
      if (acceleration * share > (limits.maxAcceleration[axis] as number))
        acceleration = (limits.maxAcceleration[axis] as number) / share;
    }
    const slot = this.length++;
    this.distance[slot] = distance;
    this.cruise[slot] = cruise;
    this.acceleration[slot] = acceleration;
    if (limits.junctionDeviation > 0) this.deviate(slot);
    else this.jerk(slot);
    this.lastCruise = cruise;
    if (slot === 0) this.entry[0] = this.corner[0] as number;
    if (this.length === CAPACITY) this.settle(LOOK_AHEAD);
  }

  /** Ends the queued moves at rest. */
  rest(): void {
    this.settle(0);
    this.lastCruise = 0;
    while (this.marks.length > 0) this.reachMark();
  }

  /**
   * The maximum speed in the corner before a move, by jerk; for a move from rest, its maximum start speed. Continuing in one
   * direction is distinguished from a reversal, where the speed passes through zero.
   */
  private jerk(slot: number): void {
    const { direction, lastCruise, lastSpeed } = this;
    const { jerk } = this.limits;
    const cruise = this.cruise[slot] as number;
    const slowdown = lastCruise > cruise ? cruise / lastCruise : 1;
    let safe = cruise;
    let factor = 1;
    for (let axis = 0; axis < AXES; axis++) {
      const speed = (direction[axis] as number) * cruise;
      const exit = (lastSpeed[axis] as number) * slowdown;
      lastSpeed[axis] = speed;
      const allowed = jerk[axis] as number;
      const size = Math.abs(speed);
      if (size > allowed && allowed < safe) safe = allowed;
      const gap = Math.abs(exit - speed);
      // A reversal needs less than the gap: on the smooth paths of most files one comparison is enough.
      if (gap * factor <= allowed) continue;
      const change = exit * speed > 0 ? gap : greater(Math.abs(exit), size);
      if (change * factor > allowed) factor = allowed / change;
    }
    let corner = lastCruise > 0 ? lesser(cruise, lastCruise) * factor : safe;
    // If stopping is equally good, firmware stops ("not coasting").
    if (this.lastSafe > corner * 0.99 && safe > corner * 0.99) corner = safe;
    this.lastSafe = safe;
    this.corner[slot] = corner * corner;
  }

  /** The same by junction deviation, which starts from rest. */
  private deviate(slot: number): void {
    const { direction, lastCruise, lastSpeed, limits } = this;
    const cruise = this.cruise[slot] as number;
    let cosine = 0;
    for (let axis = 0; axis < AXES; axis++) {
      const part = direction[axis] as number;
      if (axis < 3 && lastCruise > 0) cosine -= ((lastSpeed[axis] as number) / lastCruise) * part;
      lastSpeed[axis] = part * cruise;
    }
    this.lastSafe = 0;
    const least = Math.min(cruise, lastCruise);
    const sine = Math.sqrt(0.5 * (1 - cosine));
    const fastest = ((this.acceleration[slot] as number) * limits.junctionDeviation * sine) / (1 - sine);
    if (cosine > ALMOST_ONE) this.corner[slot] = 0;
    else this.corner[slot] = cosine < -ALMOST_ONE ? least * least : Math.min(least * least, fastest);
  }

  /** Computes the speeds of the queued moves, and adds the times of all but the last `keep` moves. */
  private settle(keep: number): void {
    if (this.length === 0) return;
    this.lookBack();
    const count = this.length - keep;
    let at = 0;
    while (this.nextMarked < this.settled + count) {
      const marked = this.nextMarked - this.settled;
      this.pass(at, marked);
      this.reachMark();
      at = marked;
    }
    this.pass(at, count);
    this.settled += count;
    this.drop(count);
  }

  /** From the last move to the first: no corner is faster than the following moves can brake from. */
  private lookBack(): void {
    const { acceleration, corner, distance, entry, length } = this;
    let next = this.lastSafe * this.lastSafe;
    entry[length] = next;
    for (let i = length - 1; i > 0; i--) {
      const reachable = next + 2 * (acceleration[i] as number) * (distance[i] as number);
      next = lesser(corner[i] as number, reachable);
      entry[i] = next;
    }
  }

  /** From the first move on: limits each by its acceleration, and adds its time. */
  private pass(from: number, to: number): void {
    const { acceleration, cruise, distance, entry } = this;
    let begin = Math.sqrt(entry[from] as number);
    let seconds = this.done;
    for (let i = from; i < to; i++) {
      const rate = acceleration[i] as number;
      const way = distance[i] as number;
      const reachable = (entry[i] as number) + 2 * rate * way;
      if (reachable < (entry[i + 1] as number)) entry[i + 1] = reachable;
      const end = Math.sqrt(entry[i + 1] as number);
      seconds += secondsOf(way, rate, cruise[i] as number, begin, end);
      begin = end;
    }
    this.done = seconds;
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

// Math.min and Math.max also order zeros and NaN, of which there are none here, and cost a fiftieth of an analysis.
const isLess = (a: number, b: number): boolean => a < b;
const lesser = (a: number, b: number): number => (isLess(a, b) ? a : b);
const greater = (a: number, b: number): number => (isLess(a, b) ? b : a);

/** A trapezoid, or a triangle when the cruising speed is not reached. */
function secondsOf(
  distance: number,
  acceleration: number,
  cruise: number,
  begin: number,
  end: number,
): number {
  const perAcceleration = 1 / acceleration;
  const ends = (begin * begin + end * end) / 2;
  const ramps = (cruise * cruise - ends) * perAcceleration;
  if (ramps <= distance) return (2 * cruise - begin - end) * perAcceleration + (distance - ramps) / cruise;
  const peak = Math.sqrt(acceleration * distance + ends);
  return (2 * peak - begin - end) * perAcceleration;
}
