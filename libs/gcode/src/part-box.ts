import { type Box, BoxBuilder } from './extents';
import { Islands } from './islands';

/** Steps of Z closer than this are one height: the slope of a spiral climbs less in one line. */
const SAME_MM = 0.03;
/** Nozzles draw lines of this width at most; a larger one is reckoned from a height that is none. */
const WIDEST_MM = 2;

/** What is drawn, by the slicer's comments: the part, or what stands around it; null where it says nothing. */
export type Drawn = 'part' | 'other' | null;

/** What is known at the file's end of what was drawn. */
export interface LineMeasures {
  /** Width of the part's outermost lines by the slicer's settings; null: reckoned from their filament. */
  readonly lineWidth: number | null;
  readonly filamentDiameter: number;
}

/**
 * Tells the part from skirts, purge lines, towers and supports: by the types that the slicer's comments name; where there
 * are none, the largest island of the layers above the first. Each move goes into one box only.
 */
export class PartBox {
  /** Where the move under way belongs. */
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
  /** Where the part begins: on the bed, or on a raft. */
  private bottom = 0;
  private otherZ = 0;
  private hasPart = false;

  constructor() {
    this.current = this.run;
  }

  /** A comment names what is drawn from here on. */
  begin(drawn: Drawn): void {
    this.endRun();
    this.drawn = drawn;
    this.current = drawn === null ? this.run : drawn === 'part' ? this.part : this.other;
  }

  /** The lines are at another height from here on. @param layers counted so far, this one included */
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

  /** The box of the move under way has grown. @param filament millimetres of it for a millimetre of way */
  widen(filament: number): void {
    const height = this.z - this.below;
    if (height < SAME_MM) return;
    if (this.drawn === 'part') this.partWidth = filament / height;
    else this.runWidth = filament / height;
  }

  /** The tool goes on without drawing. */
  endRun(): void {
    if (this.current !== this.run || this.run.isEmpty) return;
    (this.isAbove ? this.above : this.ground).add(this.run, this.runWidth);
    this.other.absorb(this.run);
    this.run.clear();
  }

  /** Everything drawn. */
  all(): BoxBuilder {
    this.endRun();
    return this.part.joined(this.other);
  }

  /** The part with the width of its lines; null where nothing is drawn. */
  find({ lineWidth, filamentDiameter }: LineMeasures): Box | null {
    this.endRun();
    const island = this.above.largest() ?? this.ground.largest();
    const centre = (this.part.isEmpty ? (island?.box ?? this.other) : this.part).box();
    if (!centre) return null;
    const area = Math.PI * (filamentDiameter / 2) ** 2;
    const reckoned = (this.part.isEmpty ? (island?.width ?? 0) : this.partWidth) * area;
    return around(centre, lineWidth ?? (reckoned < WIDEST_MM ? reckoned : 0), this.bottom);
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
