import { arcPath, type Place } from './arc-path';
import { type CommandWords, wordIndex } from './command-words';
import { BoxBuilder } from './extents';
import { type ExtrusionMeter, MM_PER_INCH } from './extrusion-meter';
import { FirmwareRetraction } from './firmware-retraction';
import { applyLimits } from './motion-limits';
import { type Drawn, PartBox } from './part-box';
import { PartPath } from './picture';
import type { TimeEstimate } from './time-estimate';

const X = wordIndex('X');
const Y = wordIndex('Y');
const Z = wordIndex('Z');
const AXIS_LETTERS = [X, Y, Z] as const;
const F = wordIndex('F');
const [HAS_X, HAS_Y, HAS_Z, HAS_F] = [1 << X, 1 << Y, 1 << Z, 1 << F];
const P = wordIndex('P');
const S = wordIndex('S');

/** Where firmware without a feedrate starts: slow, so that a file without any F is not estimated as fast. */
const FIRST_FEEDRATE = 25;
/** Layers closer than this are the slope of a spiral, not layers. */
const LAYER_STEP_MM = 0.02;
/** Range of M220: a value outside is a mistake or an attack. */
const SPEEDS_PERCENT = { least: 1, most: 1000 };

/** Follows the tool through the file: its positions, its time, and its extrusion. */
export class Motion {
  /** The box of moves without extrusion. */
  private readonly travels = new BoxBuilder();
  readonly drawing = new PartBox();
  /** The lines of the part, for its picture. */
  readonly path = new PartPath();
  /** The box for the present extrusion, cached. */
  private current = this.drawing.current;
  /** Layers counted by height, for files without layer marks. */
  layers = 0;
  hasExtruded = false;

  private readonly position = new Float64Array(3);
  private readonly origin = new Float64Array(3);
  /** Axes whose position the file has set; before that it is unknown. */
  private readonly known = Uint8Array.of(0, 0, 0);
  private knowsAll = false;
  /** The start of the present move. */
  private readonly before = new Float64Array(3);
  /** X, Y, Z, E and feedrate of the present move, in the form for the time model. */
  private readonly step = new Float64Array(5);
  private readonly retraction = new FirmwareRetraction();
  private absolute = true;
  private unit = 1;
  private feedrate = FIRST_FEEDRATE;
  private speedFactor = 1;
  private layerZ = Number.NEGATIVE_INFINITY;
  /** Between these the lines are as high as the last ones. */
  private aboveZ = Number.NaN;
  private belowZ = Number.NaN;
  /** The previous move ended with extrusion: its end, the start of the next one, is already in the box. */
  private wasExtruding = false;

  /** @param meter has handled each command before: its E movement is used here */
  constructor(
    private readonly time: TimeEstimate,
    private readonly meter: Pick<ExtrusionMeter, 'fed'>,
  ) {}

  /** The box of all moves. */
  get moves(): BoxBuilder {
    return this.travels.joined(this.drawing.all());
  }

  /** Sets the feature that the slicer names from here on. */
  begin(drawn: Drawn): void {
    this.drawing.begin(drawn);
    this.path.begin(drawn);
    this.current = this.drawing.current;
    this.wasExtruding = false;
    this.aboveZ = Number.NaN;
  }

  /** Millimetres, in the machine's coordinates. */
  get z(): number {
    return this.position[2] as number;
  }

  /** @param line of the file */
  apply(words: CommandWords, line: number): void {
    if (words.letter === 0x47) this.applyG(words, line);
    else if (words.letter === 0x4d) this.applyM(words);
  }

  private applyG(words: CommandWords, line: number): void {
    // First, because nearly every line of a file is one.
    if (words.code <= 1) return this.straight(words, line);
    switch (words.code) {
      case 2:
      case 3:
        return this.arc(words, line);
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
    if (words.code === 207 || words.code === 208) this.retraction.configure(words, this.unit);
    else if (words.code === 220) this.setSpeed(words);
    else applyLimits(this.time.limits, words);
  }

  private straight(words: CommandWords, line: number): void {
    const { before, position, step } = this;
    this.readFeedrate(words);
    before[0] = position[0] as number;
    before[1] = position[1] as number;
    before[2] = position[2] as number;
    // Inlined, not a separate function, since every line of every file passes here.
    const { numbered } = words;
    if ((numbered & HAS_X) !== 0) this.goTo(0, X, words);
    if ((numbered & HAS_Y) !== 0) this.goTo(1, Y, words);
    if ((numbered & HAS_Z) !== 0) this.goTo(2, Z, words);
    step[3] = this.meter.fed;
    if (!this.make(line)) this.showNamed(numbered, line);
  }

  /** Moves the tool from `before` to `position`; `step` has its E. @returns whether the move extrudes */
  private make(line: number): boolean {
    const { before, position, step } = this;
    const x = (position[0] as number) - (before[0] as number);
    const y = (position[1] as number) - (before[1] as number);
    step[0] = x;
    step[1] = y;
    step[2] = (position[2] as number) - (before[2] as number);
    step[4] = this.feedrate * this.speedFactor;
    const draws = (step[3] as number) > 0 && (x !== 0 || y !== 0);
    if (draws) this.extrude(line);
    else if (this.wasExtruding) this.drawing.endRun();
    this.wasExtruding = draws;
    this.time.move(step);
    return draws;
  }

  private goTo(axis: number, letter: number, words: CommandWords): void {
    const way = (words.values[letter] as number) * this.unit;
    if (this.absolute) {
      this.position[axis] = (this.origin[axis] as number) + way;
      this.known[axis] = 1;
    } else this.position[axis] = (this.position[axis] as number) + way;
  }

  private showNamed(numbered: number, line: number): void {
    if ((numbered & HAS_X) !== 0) this.showTravel(0, line);
    if ((numbered & HAS_Y) !== 0) this.showTravel(1, line);
    if ((numbered & HAS_Z) !== 0) this.showTravel(2, line);
  }

  private showTravel(axis: number, line: number): void {
    if (this.known[axis] === 1) this.travels.include(axis, this.position, line);
  }

  private extrude(line: number): void {
    const z = this.position[2] as number;
    if (!(z < this.aboveZ && z > this.belowZ)) this.climb(z);
    if (!this.wasExtruding) this.showExtruding(this.before, line);
    if (this.showExtruding(this.position, line)) this.widen();
    if (this.path.isOpen) this.path.add(this.before, this.position, this.wasExtruding);
    this.hasExtruded = true;
  }

  /** Extrudes at a new height. */
  private climb(z: number): void {
    if (z >= this.layerZ + LAYER_STEP_MM) {
      this.layers++;
      this.layerZ = z;
    }
    this.aboveZ = Math.min(z, this.layerZ) + LAYER_STEP_MM;
    this.belowZ = z - LAYER_STEP_MM;
    this.drawing.climb(z, this.layers);
  }

  private widen(): void {
    const { step } = this;
    const way = Math.hypot(step[0] as number, step[1] as number);
    if (way > 0) this.drawing.widen((step[3] as number) / way);
  }

  private showExtruding(place: Float64Array, line: number): boolean {
    const { known } = this;
    const { current } = this;
    if (this.knowsAll) return current.includeAll(place, line);
    this.knowsAll = known[0] === 1 && known[1] === 1 && known[2] === 1;
    if (known[0] === 1) current.include(0, place, line);
    if (known[1] === 1) current.include(1, place, line);
    if (known[2] === 1) current.include(2, place, line);
    return false;
  }

  /** An arc, as short straight moves: firmware does the same. */
  private arc(words: CommandWords, line: number): void {
    const path = arcPath(words, this.position, this.target(words), this.unit);
    this.readFeedrate(words);
    this.step[3] = this.meter.fed / path.length;
    for (const place of path) this.chord(place, line);
  }

  private chord(place: Place, line: number): void {
    this.before.set(this.position);
    this.position.set(place);
    if (this.make(line)) return;
    for (let axis = 0; axis < 3; axis++) this.showTravel(axis, line);
  }

  private target(words: CommandWords): [number, number, number] {
    return AXIS_LETTERS.map((letter, axis) => {
      const here = this.position[axis] as number;
      if (!words.hasValue(letter)) return here;
      if (this.absolute) this.known[axis] = 1;
      return words.value(letter) * this.unit + (this.absolute ? (this.origin[axis] as number) : here);
    }) as [number, number, number];
  }

  /** Z hops inside the firmware: the file's own Z does not change. */
  private retract(words: CommandWords): void {
    const move = this.retraction.apply(words);
    if (!move) return;
    this.step.set([0, 0, 0, move.e, move.feedrate]);
    this.time.move(this.step);
    this.step.set([0, 0, move.z, 0, this.feedrate]);
    this.time.move(this.step);
  }

  /** Homing puts the named axes, or all, at the machine's own zero. */
  private home(words: CommandWords): void {
    const all = AXIS_LETTERS.every((letter) => !words.has(letter));
    for (let axis = 0; axis < 3; axis++) {
      if (!all && !words.has(AXIS_LETTERS[axis] as number)) continue;
      this.position[axis] = 0;
      this.origin[axis] = 0;
    }
    this.drawing.endRun();
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
    if ((words.numbered & HAS_F) === 0) return;
    const feedrate = ((words.values[F] as number) * this.unit) / 60;
    if (feedrate > 0) this.feedrate = feedrate;
  }

  /** M220: all feed rates of the file, in per cent. */
  private setSpeed(words: CommandWords): void {
    if (!words.hasValue(S)) return;
    const { least, most } = SPEEDS_PERCENT;
    this.speedFactor = Math.min(Math.max(words.value(S), least), most) / 100;
  }
}
