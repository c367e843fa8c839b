export { analyseFile, type FileAnalysis, READER_FLAGS } from './analyse-file';
export type { GcodeAnalysis, OtherReading, ReadFigures, Readings } from './analysis';
export { CommandReader, type CommandSink } from './command-reader';
export { CommandScratch } from './command-scratch';
export { CommandWords, wordIndex } from './command-words';
export { type Doubtable, doubtsOf } from './doubts';
export { type EquippedFile, equipmentNeedsOf } from './equipment-needs';
export type { Box, Point } from './extents';
export { ExtrusionMeter } from './extrusion-meter';
export { ExtruderModes, type ExtrusionReading, MARLIN_2 } from './extrusion-reading';
export { ANALYSER_VERSION, GcodeAnalyser } from './gcode-analyser';
export * from './guard';
export { frameLength, frameLine, LONGEST_FRAME_BYTES } from './line-frame';
export { type Durations, type PrintTime, pace, printTime, type Timed } from './print-time';
export { type CoreReading, coreOf } from './reading-matters';
export { asRead } from './readings';
export type {
  DroppedThumbnail,
  Slicer,
  SlicerEstimate,
  SlicerSettings,
  Thumbnail,
  ThumbnailProblem,
  Thumbnails,
} from './slicers';
export type { Temperatures } from './temperatures';
export { secondsAt, type TimeTable } from './timeline';
