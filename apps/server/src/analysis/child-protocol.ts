import type { ExtrusionReading, GcodeAnalysis, Thumbnail } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';

/** What the child process says first, once it can be asked. */
export const CHILD_READY = 'ready';

/** What it is then asked, once. */
export interface ChildQuestion {
  readonly path: string;
  /** As which machines take E: see `analyseFile`. */
  readonly readings: readonly ExtrusionReading[];
}

/** A picture as it travels between processes. */
export type PictureAnswer = Omit<Thumbnail, 'bytes'> & { readonly base64: string };

/** What it says of the file, once, before it ends. */
export type ChildAnswer =
  | { readonly ok: true; readonly analysis: GcodeAnalysis; readonly thumbnails: readonly PictureAnswer[] }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly details: FaultDetails } };
