import type { Box } from './extents';
import type { GuardFacts } from './guard';
import type { CoreReading, ReadingMatters } from './reading-matters';
import type { Slicer, SlicerEstimate, SlicerSettings } from './slicers';
import type { Temperatures } from './temperatures';
import type { TimeTable } from './timeline';
import type { Waits } from './waits';

/** What depends on how the machine reads E. Lengths in millimetres, times in seconds. */
export interface ReadFigures {
  /** Net extrusion per tool. */
  filamentMm: number[];
  /** False when a command moves filament, or may, without a length in the file: a macro, a filament change. */
  filamentExact: boolean;
  /** The part, without skirt, purge line, supports and towers; with the width of its lines; null for a file without extrusion. */
  part: Box | null;
  /** The boxes of extrusion and of all moves; null for a file without any. */
  extents: { extruding: Box | null; moves: Box | null };
  /** The first lines that reach the sides of the extents. */
  extentLines: { extruding: Box | null; moves: Box | null };
  layers: number;
  temperatures: Temperatures;
  /** Our own estimate for the moves; with everything else that takes time: `printTime`. */
  timeSeconds: number;
  waits: Waits;
  /** The same for positions in the file: see `secondsAt`. */
  timeline: TimeTable;
}

/** The analysis of a file: a description of the part that it makes. */
export interface GcodeAnalysis extends ReadFigures {
  analyserVersion: number;
  bytes: number;
  lines: number;
  commands: number;
  slicer: Slicer | null;
  slicerEstimate: SlicerEstimate;
  slicerSettings: SlicerSettings;
  /** How E was read for these figures, and the results of other firmwares: see `asRead`. */
  readings: Readings;
  /** The facts that `judge` checks against a machine's policy. */
  guard: GuardFacts;
}

/** How E was read, and the figures of other readings. */
export interface Readings {
  /** The reading of the main figures. */
  readonly used: CoreReading;
  readonly matters: ReadingMatters;
  /** The figures of the requested readings that differ for this file. */
  readonly others: readonly OtherReading[];
}

export interface OtherReading {
  readonly reading: CoreReading;
  readonly figures: ReadFigures;
}
