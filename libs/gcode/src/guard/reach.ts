import { type CommandWords, wordIndex } from '../command-words';
import { MM_PER_INCH } from '../extrusion-meter';
import { arcRadius, showArc } from './arc-bounds';
import { Ceiling } from './ceiling';
import { BED, Furthest, firstSlot, HOME, LOST, MACHINE, START } from './furthest';
import { draws, Walks } from './walks';

const X = wordIndex('X');
const Y = wordIndex('Y');
const Z = wordIndex('Z');
const LETTERS = [X, Y, Z] as const;
const [HAS_X, HAS_Y, HAS_Z] = [1 << X, 1 << Y, 1 << Z];
const R = wordIndex('R');
const O = wordIndex('O');
const S = wordIndex('S');
/** Homing one axis may raise the tool to this height, and leave it there (Marlin's Z_CLEARANCE_FOR_HOMING). */
const HOMING_RAISE_MM = 10;
/** Ends of an arc that are nearer are equal in firmware's single precision. */
const SAME_PLACE_MM = 1e-3;
/** Below any position that a file may name. */
const NOWHERE = -10_000;
/** Parking, probing, levelling, and moves that a manager may have allowed: their end position is unknown. */
const WANDERING = new Set([5, 6, 12, 26, 27, 29, 30, 32, 33, 34, 35, 38, 42, 53, 60, 61, 76, 80, 425]);
/** Of those, the commands that do not move without a word: they are left out. */
const IDLE_WHEN_BARE = new Set([5, 6, 42]);

/**
 * The reach of the tool, read as the guard must: a position is measured from its anchor (see `Anchor`), and relative moves
 * from an unknown position are measured as a walk. The analysis' `Motion` describes the part instead, and ignores unknown
 * moves. Allocates nothing for a move.
 */
export class Reach extends Furthest {
  private readonly position = new Float64Array(3);
  private readonly anchors = Uint8Array.of(START, START, START);
  /** Where the file's 0 is: G92 moves it. */
  private readonly origin = new Float64Array(3);
  private readonly originAnchors = Uint8Array.of(MACHINE, MACHINE, MACHINE);
  private absolute = true;
  private unit = 1;
  private readonly ceiling = new Ceiling();
  /** From M207: the lift of a retraction. */
  private hop = 0;
  /** Moves that software endstops would stop, as long as the file does not print afterwards. */
  readonly walks = new Walks();

  /** Applies one command; commands that neither move nor set a mode of moves are ignored. */
  apply(words: CommandWords, line: number): void {
    // First, because nearly every line of a file is one.
    if (words.letter === 0x47) return words.code <= 1 ? this.move(words, line) : this.applyG(words, line);
    if (words.letter === 0x4d) this.applyM(words, line);
  }

  /**
   * The tool was moved to an unknown position.
   * @param height the possible height afterwards
   */
  lose(height?: number): void {
    this.partFromCeiling();
    if (height !== undefined) this.ceiling.raiseTo(height);
    this.anchors.fill(LOST);
    this.position.fill(0);
  }

  private applyG(words: CommandWords, line: number): void {
    switch (words.code) {
      case 2:
      case 3:
        return this.arc(words, line);
      case 20:
        this.unit = MM_PER_INCH;
        return;
      case 21:
        this.unit = 1;
        return;
      case 28:
        return this.home(words, line);
      case 90:
        this.absolute = true;
        return;
      case 91:
        this.absolute = false;
        return;
      case 92:
        return this.shift(words);
      default:
        if (!WANDERING.has(words.code) || (words.letters === 0 && IDLE_WHEN_BARE.has(words.code))) return;
        this.visit(words, HAS_X | HAS_Y, line);
        this.lose();
    }
  }

  private applyM(words: CommandWords, line: number): void {
    switch (words.code) {
      case 125:
      case 600:
        this.visit(words, HAS_X | HAS_Y | HAS_Z, line);
        return this.lift(words, line);
      case 701:
      case 702:
        return this.lift(words, line);
      case 206:
      case 428:
        for (let axis = 0; axis < 3; axis++) this.rename(axis);
        return;
      case 211:
        if (words.letters !== 0 && !(words.hasValue(S) && words.value(S) === 1)) this.walks.switchOff();
        return;
      case 207:
        if (!words.hasValue(Z)) return;
        this.hop = words.value(Z) * this.unit;
        if (this.hop < 0) this.show(firstSlot(2, MACHINE), this.hop, line);
        return this.showHigh(0, line);
    }
  }

  private move(words: CommandWords, line: number): void {
    const { numbered } = words;
    if (draws(words)) this.walks.handOver(this);
    if ((numbered & HAS_X) !== 0) this.go(0, X, words, line);
    if ((numbered & HAS_Y) !== 0) this.go(1, Y, words, line);
    if ((numbered & HAS_Z) === 0) return;
    this.go(2, Z, words, line);
    if (this.ceiling.isApart || this.ceiling.isRenamed || this.hop > 0)
      this.follow((words.values[Z] as number) * this.unit, words, line);
  }

  private go(axis: number, letter: number, words: CommandWords, line: number): void {
    const { anchors, position } = this;
    const way = (words.values[letter] as number) * this.unit;
    if (this.absolute) {
      position[axis] = (this.origin[axis] as number) + way;
      anchors[axis] = this.originAnchors[axis] as number;
      this.walks.arrive(axis);
    } else {
      position[axis] = (position[axis] as number) + way;
      if (this.isStopped(axis, way, words)) return this.walks.keep(axis, position[axis] as number, line);
    }
    const mm = position[axis] as number;
    const slot = firstSlot(axis, anchors[axis] as number);
    // Checked first: nearly no move goes further than all earlier ones.
    if (mm < (this.furthest[slot] as number) || mm > (this.furthest[slot + 1] as number))
      this.show(slot, mm, line);
  }

  /**
   * True for a relative move that software endstops end at the machine's limit. Not downwards, because of the bed, and many
   * machines have no endstop there; not for a move that prints: it goes to its position, or is refused.
   */
  private isStopped(axis: number, way: number, words: CommandWords): boolean {
    if (this.anchors[axis] !== MACHINE || !this.walks.stops(axis)) return false;
    if (!this.walks.goesOn(axis, way)) this.walks.handOverAxis(axis, this);
    return !draws(words) && (axis !== 2 || (way > 0 && this.hop === 0));
  }

  /** The coordinates of the axis change from here on, and perhaps its endstops too. */
  private rename(axis: number): void {
    this.walks.handOverAxis(axis, this);
    this.walks.free(axis);
  }

  /** Takes the highest the tool may be along with a move of Z. */
  private follow(way: number, words: CommandWords, line: number): void {
    if (this.absolute) this.ceiling.goTo(way);
    else this.ceiling.go(way);
    const { isApart, anchor, mm } = this.ceiling;
    if (!this.absolute && isApart && anchor === MACHINE && this.isStopped(2, way, words))
      return this.walks.keep(2, mm, line);
    this.showHigh(0, line);
  }

  private partFromCeiling(): void {
    this.ceiling.part(this.position[2] as number, this.anchors[2] as number);
  }

  private showHigh(lift: number, line: number): void {
    const { isApart, anchor, mm } = this.ceiling;
    const slot = firstSlot(2, isApart ? anchor : (this.anchors[2] as number)) + 1;
    const high = (isApart ? mm : (this.position[2] as number)) + Math.max(0, this.hop) + lift;
    if (high > (this.furthest[slot] as number)) this.extend(slot, high, line);
  }

  /** Positions of commands that are no moves: the machine's own, and shifted by G92 (M125's RAW_X_POSITION). */
  private visit({ numbered, values }: CommandWords, axes: number, line: number): void {
    if ((numbered & axes) === 0) return;
    for (let axis = 0; axis < 3; axis++) {
      const letter = LETTERS[axis] as number;
      if ((numbered & axes & (1 << letter)) === 0) continue;
      const mm = (values[letter] as number) * this.unit;
      this.show(firstSlot(axis, MACHINE), mm, line);
      this.show(
        firstSlot(axis, this.originAnchors[axis] as number),
        mm + (this.origin[axis] as number),
        line,
      );
    }
  }

  /** Z of M600, M701 and the like raises the tool by so much; below 0, some lower it (Marlin's M701_M702.cpp). */
  private lift(words: CommandWords, line: number): void {
    if (!words.hasValue(Z)) return;
    const mm = words.value(Z) * this.unit;
    this.showHigh(Math.abs(mm), line);
    if (mm < 0) this.show(firstSlot(2, this.anchors[2] as number), (this.position[2] as number) + mm, line);
  }

  /** An arc bulges beyond its ends. */
  private arc(words: CommandWords, line: number): void {
    const [x = 0, y = 0, z = 0] = this.position;
    const [anchorX = 0, anchorY = 0] = this.anchors;
    this.move(words, line);
    const [toX = 0, toY = 0] = this.position;
    const bulge = (axis: number, mm: number) =>
      this.show(firstSlot(axis, this.anchors[axis] as number), mm, line);
    const comparable = anchorX === this.anchors[0] && anchorY === this.anchors[1];
    const mayMeet = !comparable || Math.hypot(toX - x, toY - y) < SAME_PLACE_MM;
    // Marlin skips such an arc (G2_G3.cpp): then the tool's height is unknown.
    if (mayMeet && words.has(R) && words.has(Z)) this.lose(z);
    if (comparable) return showArc(words, this.unit, { x, y, toX, toY }, bulge);
    // The start seen from the end is unknown: it is on a circle through both.
    const diameter = 2 * arcRadius(words, this.unit);
    for (const way of [-diameter, diameter]) {
      bulge(0, toX + way);
      bulge(1, toY + way);
      this.show(firstSlot(0, anchorX), x + way, line);
      this.show(firstSlot(1, anchorY), y + way, line);
    }
  }

  /** Homing ends at the machine's own place for it, and forgets G92 (Marlin's set_axis_is_at_home). */
  private home(words: CommandWords, line: number): void {
    const all = LETTERS.every((letter) => !words.has(letter));
    for (let axis = 0; axis < 3; axis++)
      if (all || words.has(LETTERS[axis] as number)) this.homeAxis(axis, words.has(O));
    const raise = words.hasValue(R) ? words.value(R) * this.unit : 0;
    if (words.hasValue(R)) this.show(firstSlot(2, MACHINE), raise, line);
    if (all || words.has(Z)) {
      this.goOverBed(0);
      this.goOverBed(1);
    } else this.raise(Math.max(raise, HOMING_RAISE_MM));
  }

  /** Homing X or Y raises a tool that is lower, and leaves it there. */
  private raise(mm: number): void {
    this.partFromCeiling();
    if (this.ceiling.anchor <= HOME) this.ceiling.raiseTo(mm);
  }

  /** Z is homed over the middle of the bed by some (Z_SAFE_HOMING; Prusa-Firmware; Klipper's safe_z_home). */
  private goOverBed(axis: number): void {
    const anchor = this.anchors[axis];
    // Others home Z at the tool's place: an axis that has moved away from home is still there.
    const isHome = (anchor === HOME || anchor === BED) && this.position[axis] === 0;
    this.place(axis, 0, isHome ? BED : LOST);
  }

  /** @param perhaps only when the position is not known (G28 O) */
  private homeAxis(axis: number, perhaps: boolean): void {
    if (perhaps) return this.loseAxis(axis);
    this.walks.home(axis);
    this.place(axis, 0, HOME);
    this.origin[axis] = 0;
    this.originAnchors[axis] = MACHINE;
    if (axis === 2) this.ceiling.home(HOME);
  }

  /** An origin set by G92 may be lost or not: from then on, the file's positions are unknown. */
  private loseAxis(axis: number): void {
    if (axis === 2) this.partFromCeiling();
    this.rename(axis);
    this.place(axis, 0, LOST);
    if (this.origin[axis] === 0 && this.originAnchors[axis] === MACHINE) return;
    this.origin[axis] = NOWHERE;
    this.originAnchors[axis] = LOST;
  }

  private place(axis: number, mm: number, anchor: number): void {
    this.position[axis] = mm;
    this.anchors[axis] = anchor;
  }

  /** G92 sets the coordinates of the present position; without a letter, to 0 (Marlin's G92.cpp). */
  private shift(words: CommandWords): void {
    const all = words.letters === 0;
    for (let axis = 0; axis < 3; axis++) {
      const letter = LETTERS[axis] as number;
      if (!all && !words.hasValue(letter)) continue;
      this.shiftAxis(axis, all ? 0 : words.value(letter) * this.unit);
    }
  }

  private shiftAxis(axis: number, called: number): void {
    this.rename(axis);
    if (axis === 2) this.ceiling.rename(called);
    const origin = (this.position[axis] as number) - called;
    const anchor = this.anchors[axis] as number;
    this.origin[axis] = origin;
    // Slicers write G28, G92 X0 Y0 (Kiri:Moto) for machines that home in the corner, and mean that corner.
    this.originAnchors[axis] = anchor === BED && origin === 0 ? HOME : anchor;
  }
}
