import { type Box, BoxBuilder } from './extents';
import { type Island, Islands } from './islands';

/** Steps of Z closer than this are one height: the slope of a spiral climbs less in one line. */
const SAME_MM = 0.03;
/** The greatest width of a nozzle's lines; a larger result comes from a wrong height. */
const WIDEST_MM = 2;

/** The kind of extrusion by the slicer's comments: the part, or an aid around it; null without a comment. */
export type Drawn = 'part' | 'other' | null;

/** Facts that are known at the file's end. */
export interface LineMeasures {
  /** Width of the part's outermost lines by the slicer's settings; null: reckoned from their filament. */
  readonly lineWidth: number | null;
  readonly filamentDiameter: number;
}

/**
 * Separates the part from skirts, purge lines, towers and supports: by the types in the slicer's comments; without them,
 * the part is the largest island of the layers above the first. Each move goes into one box only.
 */
export class PartBox {
  /** The box of the present move. */
  current: BoxBuilder;
  private readonly part = new BoxBuilder();
  private readonly other = new BoxBuilder();
  private readonly run = new BoxBuilder();
  private readonly ground = new Islands();
  private readonly above = new Islands();
  private drawn: Drawn = null;
  private isAbove = false;
  private runWidth = 0;
  private partWidth = 0;
  private z = 0;
  private below = 0;
  /** The start of the part: on the bed, or on a raft. */
  private bottom = 0;
  private otherZ = 0;
  private hasPart = false;

  constructor() {
    this.current = this.run;
  }

  /** A comment names the kind of extrusion from here on. */
  begin(drawn: Drawn): void {
    this.endRun();
    this.drawn = drawn;
    this.current = drawn === null ? this.run : drawn === 'part' ? this.part : this.other;
  }

  /** The lines are at a new height from here on. @param layers counted so far, including this one */
  climb(z: number, layers: number): void {
    if (this.drawn === 'other') this.otherZ = z;
    else this.follow(z);
    if (this.drawn === 'part' && !this.hasPart) {
      this.hasPart = true;
      this.bottom = this.otherZ > 0 && this.otherZ < z - SAME_MM ? this.otherZ : 0;
      this.below = this.bottom;
    }
    this.isAbove = layers > 1;
  }

  /** The box of the present move has grown. @param filament millimetres per millimetre of path */
  widen(filament: number): void {
    const height = this.z - this.below;
    if (height < SAME_MM) return;
    if (this.drawn === 'part') this.partWidth = filament / height;
    else this.runWidth = filament / height;
  }

  /** The tool moves without extrusion. */
  endRun(): void {
    if (this.current !== this.run || this.run.isEmpty) return;
    (this.isAbove ? this.above : this.ground).add(this.run, this.runWidth);
    this.other.absorb(this.run);
    this.run.clear();
  }

  /** The box of all extrusion. */
  all(): BoxBuilder {
    this.endRun();
    return this.part.joined(this.other);
  }

  /** The part with the width of its lines; null without extrusion. */
  find(measures: LineMeasures): Box | null {
    this.endRun();
    const centre = (this.part.isEmpty ? (this.island()?.box ?? this.other) : this.part).box();
    return centre && around(centre, this.width(measures), this.bottom);
  }

  /** The width of the part's lines; 0 where it cannot be known. */
  width({ lineWidth, filamentDiameter }: LineMeasures): number {
    if (lineWidth !== null) return lineWidth;
    const area = Math.PI * (filamentDiameter / 2) ** 2;
    const reckoned = (this.part.isEmpty ? (this.island()?.width ?? 0) : this.partWidth) * area;
    return reckoned < WIDEST_MM ? reckoned : 0;
  }

  private island(): Island | undefined {
    return this.above.largest() ?? this.ground.largest();
  }

  private follow(z: number): void {
    if (Math.abs(z - this.z) < SAME_MM) return;
    // Lower than before: a purge line was higher, or another part begins.
    this.below = z > this.z ? this.z : 0;
    this.z = z;
  }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function around({ min, max }: Box, width: number, bottom: number): Box {
  const half = width / 2;
  return {
    min: { x: round(min.x - half), y: round(min.y - half), z: bottom },
    max: { x: round(max.x + half), y: round(max.y + half), z: max.z },
  };
}
