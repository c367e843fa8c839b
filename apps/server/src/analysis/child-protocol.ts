import type { GcodeAnalysis } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';
import type { ThumbnailFormat } from '../files/thumbnail.entity';

/** What the child process says first, once it can take the path of a file. */
export const CHILD_READY = 'ready';

/** A picture as it travels between processes. */
export interface PictureAnswer {
  readonly width: number;
  readonly height: number;
  readonly format: ThumbnailFormat;
  readonly base64: string;
}

/** What it says of the file, once, before it ends. */
export type ChildAnswer =
  | { readonly ok: true; readonly analysis: GcodeAnalysis; readonly thumbnails: readonly PictureAnswer[] }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly details: FaultDetails } };
