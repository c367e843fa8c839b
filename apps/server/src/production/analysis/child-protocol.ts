import type { ExtrusionReading, GcodeAnalysis, Thumbnail } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';

/** The first message of the child process: it is ready for questions. */
export const CHILD_READY = 'ready';

/** A question, sent when the one before is answered. */
export interface ChildQuestion {
  readonly path: string;
  /** The ways in which the machines read E: see `analyseFile`. */
  readonly readings: readonly ExtrusionReading[];
}

/** A picture as it is sent between processes. */
export type PictureAnswer = Omit<Thumbnail, 'bytes'> & { readonly base64: string };

/** The answer about the file, sent once. */
export type ChildAnswer =
  | { readonly ok: true; readonly analysis: GcodeAnalysis; readonly thumbnails: readonly PictureAnswer[] }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly details: FaultDetails } };
