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
  /** False where something moves filament, or may, without saying how much: a macro, a filament change. */
  filamentExact: boolean;
  /** The part, without skirt, purge line, supports and towers; with the width of its lines; null for a file that draws none. */
  part: Box | null;
  /** Where it extrudes, and everywhere it goes; null for a file that does not. */
  extents: { extruding: Box | null; moves: Box | null };
  /** The first lines that reach the sides of the extents. */
  extentLines: { extruding: Box | null; moves: Box | null };
  layers: number;
  temperatures: Temperatures;
  /** Our own estimate of its moves; with all else that takes time: `printTime`. */
  timeSeconds: number;
  waits: Waits;
  /** The same for places of the file: see `secondsAt`. */
  timeline: TimeTable;
}

/** What a file says about the part it makes. */
export interface GcodeAnalysis extends ReadFigures {
  analyserVersion: number;
  bytes: number;
  lines: number;
  commands: number;
  slicer: Slicer | null;
  slicerEstimate: SlicerEstimate;
  slicerSettings: SlicerSettings;
  /** How E was read for these figures, and what other firmwares make of the file: see `asRead`. */
  readings: Readings;
  /** What `judge` holds against a machine's policy. */
  guard: GuardFacts;
}

/** How E was read, and what it is by other readings. */
export interface Readings {
  /** For the figures beside this. */
  readonly used: CoreReading;
  readonly matters: ReadingMatters;
  /** Figures by those of the readings asked for that make something else of this file. */
  readonly others: readonly OtherReading[];
}

export interface OtherReading {
  readonly reading: CoreReading;
  readonly figures: ReadFigures;
}
