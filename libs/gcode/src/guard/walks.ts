import { type CommandWords, wordIndex } from '../command-words';
import { Furthest, firstSlot, MACHINE } from './furthest';

const AXES = 3;
const E = wordIndex('E');
const HAS_E = 1 << E;
const HAS_X_OR_Y = (1 << wordIndex('X')) | (1 << wordIndex('Y'));

/** True for a move that draws: a retraction, or filament pushed on the spot, relies on no place. */
export const draws = ({ numbered, values }: CommandWords): boolean =>
  (numbered & HAS_E) !== 0 && (numbered & HAS_X_OR_Y) !== 0 && (values[E] as number) > 0;

/**
 * Relative walks from a place that is known, on axes that were homed. Firmware with software endstops stops them at its
 * limits (Marlin's motion.cpp, apply_motion_limits; Prusa-Firmware's clamp_to_software_endstops), and the file's idea of
 * where the tool is goes wrong there. So they are kept apart, and count like any move once the file relies on the place
 * again: it prints, turns round or gives the place another name.
 */
export class Walks extends Furthest {
  /** A bit for each axis that was homed, and whose endstops are where they were then. */
  private stopped = 0;
  private isOn = true;
  private isKept = false;
  /** Which way each axis walks. */
  private readonly ways = new Int8Array(AXES);

  /** True for an axis that the firmware keeps within its limits. */
  stops(axis: number): boolean {
    return this.isOn && (this.stopped & (1 << axis)) !== 0;
  }

  home(axis: number): void {
    this.stopped |= 1 << axis;
    this.ways[axis] = 0;
  }

  /** Nobody knows any more where the axis' endstops are. */
  free(axis: number): void {
    this.stopped &= ~(1 << axis);
  }

  /** M211: for the rest of the file, whatever it says later. */
  switchOff(): void {
    this.isOn = false;
  }

  /** The tool went to a place that the file names. */
  arrive(axis: number): void {
    this.ways[axis] = 0;
  }

  /** @returns false for a walk that turns round: what lies behind it counts from now on */
  goesOn(axis: number, way: number): boolean {
    const before = this.ways[axis] as number;
    this.ways[axis] = Math.sign(way) || before;
    return before === 0 || before === this.ways[axis];
  }

  keep(axis: number, mm: number, line: number): void {
    this.isKept = true;
    this.show(firstSlot(axis, MACHINE), mm, line);
  }

  /** What was kept of all axes counts among the others. */
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
