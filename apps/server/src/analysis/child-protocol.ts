import type { GcodeAnalysis } from '@pandafab/gcode';
import type { FaultDetails } from '@pandafab/shared';

/** What the child process says, once, before it ends. */
export type ChildAnswer =
  | { readonly ok: true; readonly analysis: GcodeAnalysis }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly details: FaultDetails } };
