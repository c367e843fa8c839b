import { type CommandWords, wordIndex } from './command-words';
import { BoxBuilder } from './extents';
import { MM_PER_INCH } from './extrusion-meter';
import { TimeEstimate } from './time-estimate';

const X = wordIndex('X');
const AXIS_LETTERS = [X, wordIndex('Y'), wordIndex('Z')] as const;
const [F, I, J, P, R, S, T] = ['F', 'I', 'J', 'P', 'R', 'S', 'T'].map(wordIndex) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const E = wordIndex('E');

/** Where firmware without a feedrate starts: slow, so that a file that never says F is not thought fast. */
const FIRST_FEEDRATE = 25;
/** Layers closer than this are the slope of a spiral, not layers. */
const LAYER_STEP_MM = 0.02;

/** Follows the tool through the file: where it goes, how long that takes, and where it extrudes. */
export class Motion {
  readonly moves = new BoxBuilder();
  readonly extruding = new BoxBuilder();
  readonly time = new TimeEstimate();
  /** Layers counted by height, for files whose slicer marks none. */
  layers = 0;
  hasExtruded = false;

  private readonly position = new Float64Array(3);
  private readonly origin = new Float64Array(3);
  /** Axes whose place the file has named; before that it is wherever the machine stood. */
  private readonly known = [false, false, false];
  private readonly delta = new Float64Array(4);
  private absolute = true;
  private unit = 1;
  private feedrate = FIRST_FEEDRATE;
  private layerZ = Number.NEGATIVE_INFINITY;

  /** @param extruded how far E moves with this command, in millimetres */
  apply(words: CommandWords, extruded: number): void {
    if (words.letter === 0x47) this.applyG(words, extruded);
    else if (words.letter === 0x4d) this.applyM(words);
  }

  private applyG(words: CommandWords, extruded: number): void {
    switch (words.code) {
      case 0:
      case 1:
        return this.straight(words, extruded);
      case 2:
      case 3:
        return this.arc(words, extruded);
      case 4:
        return this.time.dwell(words.has(S) ? words.value(S) : words.value(P) / 1000);
      case 20:
        this.unit = MM_PER_INCH;
        return;
      case 21:
        this.unit = 1;
        return;
      case 28:
        return this.home(words);
      case 90:
        this.absolute = true;
        return;
      case 91:
        this.absolute = false;
        return;
      case 92:
        return this.shift(words);
    }
  }

  private straight(words: CommandWords, extruded: number): void {
    const { delta, position } = this;
    this.readFeedrate(words);
    const fromX = position[0] as number;
    const fromY = position[1] as number;
    const fromZ = position[2] as number;
    this.goTo(words);
    delta[0] = (position[0] as number) - fromX;
    delta[1] = (position[1] as number) - fromY;
    delta[2] = (position[2] as number) - fromZ;
    delta[3] = extruded;
    if (extruded > 0 && (delta[0] !== 0 || delta[1] !== 0)) {
      this.extrudeFrom(fromX, fromY, fromZ);
      this.extrudeHere();
    }
    this.time.move(delta, this.feedrate);
  }

  /** Sets the axes that the command names, and shows them to the box of moves. */
  private goTo(words: CommandWords): void {
    for (let axis = 0; axis < 3; axis++) {
      const letter = AXIS_LETTERS[axis] as number;
      if (!words.hasValue(letter)) continue;
      const value = words.value(letter) * this.unit;
      const base = this.absolute ? (this.origin[axis] as number) : (this.position[axis] as number);
      this.position[axis] = base + value;
      this.known[axis] ||= this.absolute;
      if (this.known[axis]) this.moves.include(axis, this.position[axis] as number);
    }
  }

  private extrudeFrom(x: number, y: number, z: number): void {
    if (this.known[0]) this.extruding.include(0, x);
    if (this.known[1]) this.extruding.include(1, y);
    if (this.known[2]) this.extruding.include(2, z);
  }

  private extrudeHere(): void {
    const [x = 0, y = 0, z = 0] = this.position;
    this.extrudeFrom(x, y, z);
    this.hasExtruded = true;
    if (z < this.layerZ + LAYER_STEP_MM) return;
    this.layers++;
    this.layerZ = z;
  }

  /** An arc in the XY plane, as short straight moves: firmware does the same. */
  private arc(words: CommandWords, extruded: number): void {
    const path = arcPath(words, this.position, this.target(words), this.unit);
    this.readFeedrate(words);
    const share = extruded / path.length;
    for (const [x, y, z] of path) {
      const from = [...this.position] as [number, number, number];
      this.position.set([x, y, z]);
      for (let axis = 0; axis < 3; axis++) {
        this.delta[axis] = (this.position[axis] as number) - (from[axis] as number);
        if (this.known[axis]) this.moves.include(axis, this.position[axis] as number);
      }
      this.delta[3] = share;
      if (extruded > 0) {
        this.extrudeFrom(...from);
        this.extrudeHere();
      }
      this.time.move(this.delta, this.feedrate);
    }
  }

  private target(words: CommandWords): [number, number, number] {
    return [0, 1, 2].map((axis) => {
      const letter = AXIS_LETTERS[axis] as number;
      const here = this.position[axis] as number;
      if (!words.hasValue(letter)) return here;
      this.known[axis] ||= this.absolute;
      return words.value(letter) * this.unit + (this.absolute ? (this.origin[axis] as number) : here);
    }) as [number, number, number];
  }

  /** Homing puts the named axes, or all, at the machine's own zero. */
  private home(words: CommandWords): void {
    const all = AXIS_LETTERS.every((letter) => !words.has(letter));
    for (let axis = 0; axis < 3; axis++) {
      if (!all && !words.has(AXIS_LETTERS[axis] as number)) continue;
      this.position[axis] = 0;
      this.origin[axis] = 0;
    }
    this.time.rest();
  }

  private shift(words: CommandWords): void {
    for (let axis = 0; axis < 3; axis++) {
      const letter = AXIS_LETTERS[axis] as number;
      if (words.hasValue(letter))
        this.origin[axis] = (this.position[axis] as number) - words.value(letter) * this.unit;
    }
  }

  private readFeedrate(words: CommandWords): void {
    const feedrate = (words.value(F) * this.unit) / 60;
    if (words.has(F) && feedrate > 0) this.feedrate = feedrate;
  }

  /** The file's own limits: M201 accelerations, M203 speeds, M204 defaults, M205 jerk (Marlin's meanings). */
  private applyM(words: CommandWords): void {
    const limits = this.time.motionLimits;
    const letters = [...AXIS_LETTERS, E];
    const setEach = (target: number[]) => {
      letters.forEach((letter, axis) => {
        if (words.value(letter) > 0) target[axis] = words.value(letter);
      });
    };
    if (words.code === 201) setEach(limits.maxAcceleration);
    if (words.code === 203) setEach(limits.maxFeedrate);
    if (words.code === 205) setEach(limits.jerk);
    if (words.code !== 204) return;
    if (words.value(S) > 0) limits.acceleration = limits.travelAcceleration = words.value(S);
    if (words.value(P) > 0) limits.acceleration = words.value(P);
    if (words.value(T) > 0) limits.travelAcceleration = words.value(T);
    if (words.value(R) > 0) limits.retractAcceleration = words.value(R);
  }
}

/** Fine enough that a chord leaves the arc by less than a thousandth of its radius. */
const STEP_RADIANS = Math.PI / 45;
const FULL_TURN = 2 * Math.PI;

/** Points along a G2 or G3 from `from` to `to`, the end included; a straight line where the arc makes no sense. */
function arcPath(
  words: CommandWords,
  from: Float64Array,
  to: readonly [number, number, number],
  unit: number,
): (readonly [number, number, number])[] {
  const [x = 0, y = 0, z = 0] = from;
  const centre = words.hasValue(R)
    ? centreFromRadius(words, x, y, to, unit)
    : [x + words.value(I) * unit, y + words.value(J) * unit];
  const [cx = 0, cy = 0] = centre;
  const radius = Math.hypot(x - cx, y - cy);
  if (radius < 1e-6) return [to];
  const clockwise = words.code === 2;
  const begin = Math.atan2(y - cy, x - cx);
  let sweep = Math.atan2(to[1] - cy, to[0] - cx) - begin;
  if (clockwise && sweep >= -1e-9) sweep -= FULL_TURN;
  if (!clockwise && sweep <= 1e-9) sweep += FULL_TURN;
  const steps = Math.max(1, Math.ceil(Math.abs(sweep) / STEP_RADIANS));
  return Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    if (share === 1) return to;
    const angle = begin + sweep * share;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle), z + (to[2] - z) * share] as const;
  });
}

/** The centre of an arc given by its radius: the far one when R is negative (Marlin/src/gcode/motion/G2_G3.cpp). */
function centreFromRadius(
  words: CommandWords,
  x: number,
  y: number,
  to: readonly number[],
  unit: number,
): number[] {
  const radius = words.value(R) * unit;
  const dx = ((to[0] ?? x) - x) / 2;
  const dy = ((to[1] ?? y) - y) / 2;
  const half = Math.hypot(dx, dy);
  if (half < 1e-9 || half > Math.abs(radius)) return [x + dx, y + dy];
  const height = Math.sqrt(radius * radius - half * half);
  const side = (words.code === 3 ? 1 : -1) * Math.sign(radius);
  return [x + dx - (side * dy * height) / half, y + dy + (side * dx * height) / half];
}
