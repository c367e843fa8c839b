import type { GcodeAnalysis, Thumbnail } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';

/** What the child process says first, once it can take the path of a file. */
export const CHILD_READY = 'ready';

/** A picture as it travels between processes. */
export type PictureAnswer = Omit<Thumbnail, 'bytes'> & { readonly base64: string };

/** What it says of the file, once, before it ends. */
export type ChildAnswer =
  | { readonly ok: true; readonly analysis: GcodeAnalysis; readonly thumbnails: readonly PictureAnswer[] }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly details: FaultDetails } };
