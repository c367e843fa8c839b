import type { GcodeAnalysis } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';

/** What the child process says first, once it can take the path of a file. */
export const CHILD_READY = 'ready';

/** What it says of the file, once, before it ends. */
export type ChildAnswer =
  | { readonly ok: true; readonly analysis: GcodeAnalysis }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly details: FaultDetails } };
