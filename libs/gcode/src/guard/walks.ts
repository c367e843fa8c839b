import { type CommandWords, wordIndex } from '../command-words';
import { Furthest, firstSlot, MACHINE } from './furthest';

const AXES = 3;
const E = wordIndex('E');
const HAS_E = 1 << E;
const HAS_X_OR_Y = (1 << wordIndex('X')) | (1 << wordIndex('Y'));

/** True for a move that extrudes along a path: a retraction, or extrusion without movement, does not depend on the position. */
export const draws = ({ numbered, values }: CommandWords): boolean =>
  (numbered & HAS_E) !== 0 && (numbered & HAS_X_OR_Y) !== 0 && (values[E] as number) > 0;

/**
 * Relative moves from a known position, on homed axes. Firmware with software endstops stops them at its limits (Marlin's
 * motion.cpp, apply_motion_limits; Prusa-Firmware's clamp_to_software_endstops), and then the file's position is wrong. So
 * they are kept separately, and count like any move once the file depends on the position again: it prints, reverses, or
 * sets the position with G92.
 */
export class Walks extends Furthest {
  /** A bit for each homed axis whose endstops have not moved since. */
  private stopped = 0;
  private isOn = true;
  private isKept = false;
  /** The direction in which each axis moves. */
  private readonly ways = new Int8Array(AXES);

  /** True for an axis that the firmware keeps within its limits. */
  stops(axis: number): boolean {
    return this.isOn && (this.stopped & (1 << axis)) !== 0;
  }

  home(axis: number): void {
    this.stopped |= 1 << axis;
    this.ways[axis] = 0;
  }

  /** The axis' endstops are at an unknown position now. */
  free(axis: number): void {
    this.stopped &= ~(1 << axis);
  }

  /** M211: for the rest of the file, even if it changes the setting later. */
  switchOff(): void {
    this.isOn = false;
  }

  /** The tool moved to a position named by the file. */
  arrive(axis: number): void {
    this.ways[axis] = 0;
  }

  /** @returns false for a reversal: the distance before it counts from now on */
  goesOn(axis: number, way: number): boolean {
    const before = this.ways[axis] as number;
    this.ways[axis] = Math.sign(way) || before;
    return before === 0 || before === this.ways[axis];
  }

  keep(axis: number, mm: number, line: number): void {
    this.isKept = true;
    this.show(firstSlot(axis, MACHINE), mm, line);
  }

  /** Counts the kept moves of all axes like other moves. */
  handOver(others: Furthest): void {
    if (!this.isKept) return;
    this.isKept = false;
    for (let axis = 0; axis < AXES; axis++) this.handOverAxis(axis, others);
  }

  handOverAxis(axis: number, others: Furthest): void {
    const slot = firstSlot(axis, MACHINE);
    this.moveTo(others, slot);
    this.moveTo(others, slot + 1);
  }
}
