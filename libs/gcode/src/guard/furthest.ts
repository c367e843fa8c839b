import type { Anchor, Axis, ReachFact } from './facts';

const AXES: readonly Axis[] = ['x', 'y', 'z'];
const ANCHORS: readonly Anchor[] = ['machine', 'home', 'start', 'lost', 'bed'];
export const MACHINE = 0;
export const HOME = 1;
export const START = 2;
export const LOST = 3;
export const BED = 4;
const SIDES = 2;
export const REACH_SLOTS = ANCHORS.length * AXES.length * SIDES;

/** Positions are compared as they are shown: to a tenth of a micrometre. */
export const rounded = (mm: number): number => Math.round(mm * 1e4) / 1e4;

/** The two slots of an axis per anchor: lowest and highest. */
export const firstSlot = (axis: number, anchor: number): number => (anchor * 3 + axis) * SIDES;

/** The meaning of a slot of `furthest`. */
export const reachSlot = (slot: number): Pick<ReachFact, 'anchor' | 'axis' | 'side'> => ({
  anchor: ANCHORS[Math.floor(slot / 6)] as Anchor,
  axis: AXES[Math.floor(slot / SIDES) % 3] as Axis,
  side: slot % SIDES === 0 ? 'min' : 'max',
});

/** The greatest distances of the tool from each anchor, and the first lines that reach them. */
export class Furthest {
  /** A bit for each slot of `furthest` that grew; the reader resets it to 0. */
  grown = 0;
  /** Millimetres from the anchor; infinite without any move. */
  readonly furthest = Float64Array.from({ length: REACH_SLOTS }, (_, slot) =>
    slot % SIDES === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  );
  private readonly lines = new Float64Array(REACH_SLOTS);

  facts(): ReachFact[] {
    const facts: ReachFact[] = [];
    for (let slot = 0; slot < REACH_SLOTS; slot++)
      if ((this.lines[slot] as number) > 0) facts.push(this.fact(slot));
    return facts;
  }

  fact(slot: number): ReachFact {
    return {
      ...reachSlot(slot),
      mm: rounded(this.furthest[slot] as number),
      line: this.lines[slot] as number,
    };
  }

  show(slot: number, mm: number, line: number): void {
    if (mm < (this.furthest[slot] as number)) this.extend(slot, mm, line);
    if (mm > (this.furthest[slot + 1] as number)) this.extend(slot + 1, mm, line);
  }

  extend(slot: number, mm: number, line: number): void {
    this.furthest[slot] = mm;
    this.lines[slot] = line;
    this.grown |= 1 << slot;
  }

  /** Moves the distances of this one to another, and clears this one. */
  protected moveTo(others: Furthest, slot: number): void {
    const mm = this.furthest[slot] as number;
    if ((this.lines[slot] as number) === 0) return;
    const known = others.furthest[slot] as number;
    if (slot % SIDES === 0 ? mm < known : mm > known) others.extend(slot, mm, this.lines[slot] as number);
    this.furthest[slot] = slot % SIDES === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    this.lines[slot] = 0;
  }
}
