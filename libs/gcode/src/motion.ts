import { arcPath, type Place } from './arc-path';
import { type CommandWords, wordIndex } from './command-words';
import { BoxBuilder } from './extents';
import { MM_PER_INCH } from './extrusion-meter';
import { FirmwareRetraction } from './firmware-retraction';
import { applyLimits } from './motion-limits';
import type { TimeEstimate } from './time-estimate';

const X = wordIndex('X');
const Y = wordIndex('Y');
const Z = wordIndex('Z');
const AXIS_LETTERS = [X, Y, Z] as const;
const F = wordIndex('F');
const P = wordIndex('P');
const S = wordIndex('S');

/** Where firmware without a feedrate starts: slow, so that a file that never says F is not thought fast. */
const FIRST_FEEDRATE = 25;
/** Layers closer than this are the slope of a spiral, not layers. */
const LAYER_STEP_MM = 0.02;
/** Of M220: more or less is a mistake or a trick. */
const SPEEDS_PERCENT = { least: 1, most: 1000 };

/** Follows the tool through the file: where it goes, how long that takes, and where it extrudes. */
export class Motion {
  readonly moves = new BoxBuilder();
  readonly extruding = new BoxBuilder();
  /** Layers counted by height, for files whose slicer marks none. */
  layers = 0;
  hasExtruded = false;

  private readonly position = new Float64Array(3);
  private readonly origin = new Float64Array(3);
  /** Axes whose place the file has named; before that it is wherever the machine stood. */
  private readonly known = Uint8Array.of(0, 0, 0);
  private readonly delta = new Float64Array(4);
  private readonly retraction = new FirmwareRetraction();
  private absolute = true;
  private unit = 1;
  private feedrate = FIRST_FEEDRATE;
  private speedFactor = 1;
  private layerZ = Number.NEGATIVE_INFINITY;
  /** The move before ended extruding: its end, where the next one begins, is in the box already. */
  private wasExtruding = false;

  constructor(private readonly time: TimeEstimate) {}

  /** Millimetres, in the machine's coordinates. */
  get z(): number {
    return this.position[2] as number;
  }

  /**
   * @param extruded how far E moves with this command, in millimetres
   * @param line of the file
   */
  apply(words: CommandWords, extruded: number, line: number): void {
    if (words.letter === 0x47) this.applyG(words, extruded, line);
    else if (words.letter === 0x4d) this.applyM(words);
  }

  private applyG(words: CommandWords, extruded: number, line: number): void {
    switch (words.code) {
      case 0:
      case 1:
        return this.straight(words, extruded, line);
      case 2:
      case 3:
        return this.arc(words, extruded, line);
      case 4:
        return this.time.dwell(words.hasValue(S) ? words.value(S) : words.value(P) / 1000);
      case 10:
      case 11:
        return this.retract(words);
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

  private applyM(words: CommandWords): void {
    if (words.code === 207 || words.code === 208) this.retraction.configure(words);
    else if (words.code === 220) this.setSpeed(words);
    else applyLimits(this.time.limits, words);
  }

  private straight(words: CommandWords, extruded: number, line: number): void {
    const { delta, position } = this;
    this.readFeedrate(words);
    const fromX = position[0] as number;
    const fromY = position[1] as number;
    const fromZ = position[2] as number;
    if (words.hasValue(X)) this.goTo(0, words.value(X), line);
    if (words.hasValue(Y)) this.goTo(1, words.value(Y), line);
    if (words.hasValue(Z)) this.goTo(2, words.value(Z), line);
    delta[0] = (position[0] as number) - fromX;
    delta[1] = (position[1] as number) - fromY;
    delta[2] = (position[2] as number) - fromZ;
    delta[3] = extruded;
    const extrudes = extruded > 0 && (delta[0] !== 0 || delta[1] !== 0);
    if (extrudes) this.extrude(fromX, fromY, fromZ, line);
    this.wasExtruding = extrudes;
    this.time.move(delta, this.feedrate * this.speedFactor);
  }

  private goTo(axis: number, value: number, line: number): void {
    const base = this.absolute ? (this.origin[axis] as number) : (this.position[axis] as number);
    const place = base + value * this.unit;
    this.position[axis] = place;
    if (this.absolute) this.known[axis] = 1;
    if (this.known[axis] === 1) this.moves.include(axis, place, line);
  }

  /** From a place to the present one. */
  private extrude(x: number, y: number, z: number, line: number): void {
    if (!this.wasExtruding) this.showExtruding(x, y, z, line);
    const here = this.position[2] as number;
    this.showExtruding(this.position[0] as number, this.position[1] as number, here, line);
    this.hasExtruded = true;
    if (here < this.layerZ + LAYER_STEP_MM) return;
    this.layers++;
    this.layerZ = here;
  }

  private showExtruding(x: number, y: number, z: number, line: number): void {
    if (this.known[0] === 1) this.extruding.include(0, x, line);
    if (this.known[1] === 1) this.extruding.include(1, y, line);
    if (this.known[2] === 1) this.extruding.include(2, z, line);
  }

  /** An arc, as short straight moves: firmware does the same. */
  private arc(words: CommandWords, extruded: number, line: number): void {
    const path = arcPath(words, this.position, this.target(words), this.unit);
    this.readFeedrate(words);
    for (const place of path) this.chord(place, extruded / path.length, line);
  }

  private chord(place: Place, extruded: number, line: number): void {
    const [x = 0, y = 0, z = 0] = this.position;
    this.position.set(place);
    for (let axis = 0; axis < 3; axis++)
      if (this.known[axis] === 1) this.moves.include(axis, place[axis] as number, line);
    this.delta.set([place[0] - x, place[1] - y, place[2] - z, extruded]);
    if (extruded > 0) this.extrude(x, y, z, line);
    this.wasExtruding = extruded > 0;
    this.time.move(this.delta, this.feedrate * this.speedFactor);
  }

  private target(words: CommandWords): [number, number, number] {
    return AXIS_LETTERS.map((letter, axis) => {
      const here = this.position[axis] as number;
      if (!words.hasValue(letter)) return here;
      if (this.absolute) this.known[axis] = 1;
      return words.value(letter) * this.unit + (this.absolute ? (this.origin[axis] as number) : here);
    }) as [number, number, number];
  }

  /** Z hops inside the firmware: the file's own Z stays what it is. */
  private retract(words: CommandWords): void {
    const move = this.retraction.apply(words);
    if (!move) return;
    this.delta.set([0, 0, 0, move.e]);
    this.time.move(this.delta, move.feedrate);
    this.delta.set([0, 0, move.z, 0]);
    this.time.move(this.delta, this.feedrate);
  }

  /** Homing puts the named axes, or all, at the machine's own zero. */
  private home(words: CommandWords): void {
    const all = AXIS_LETTERS.every((letter) => !words.has(letter));
    for (let axis = 0; axis < 3; axis++) {
      if (!all && !words.has(AXIS_LETTERS[axis] as number)) continue;
      this.position[axis] = 0;
      this.origin[axis] = 0;
    }
    this.wasExtruding = false;
    this.time.rest();
  }

  private shift(words: CommandWords): void {
    const all = words.letters === 0;
    for (let axis = 0; axis < 3; axis++) {
      const letter = AXIS_LETTERS[axis] as number;
      if (!all && !words.hasValue(letter)) continue;
      this.origin[axis] = (this.position[axis] as number) - (all ? 0 : words.value(letter)) * this.unit;
    }
  }

  private readFeedrate(words: CommandWords): void {
    if (!words.hasValue(F)) return;
    const feedrate = (words.value(F) * this.unit) / 60;
    if (feedrate > 0) this.feedrate = feedrate;
  }

  /** M220: all feed rates of the file, in per cent. */
  private setSpeed(words: CommandWords): void {
    if (!words.hasValue(S)) return;
    const { least, most } = SPEEDS_PERCENT;
    this.speedFactor = Math.min(Math.max(words.value(S), least), most) / 100;
  }
}
