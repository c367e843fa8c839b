import { type FaultCode, faultCatalogue } from '@pandafab/shared';

const codes = Object.keys(faultCatalogue) as FaultCode[];

/** Why no machine can print a file: it cannot be read, or the guard of every machine refuses it. */
export const FILE_REFUSALS: readonly FaultCode[] = [
  'FILE.ANALYSIS_CRASHED',
  'FILE.ANALYSIS_TOO_LARGE',
  'FILE.ANALYSIS_TOO_SLOW',
  'FILE.ARCHIVE',
  'FILE.BINARY_GCODE',
  'FILE.EMPTY',
  'FILE.LINE_TOO_LONG',
  'FILE.NOT_GCODE',
  'FILE.NO_COMMANDS',
  'FILE.NUL_BYTES',
  ...codes.filter((code) => code.startsWith('GUARD.')),
];
