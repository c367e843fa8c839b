import type { FaultCode, FaultDetails, GuardSeverity } from '@pandafab/shared';

export type Heater = 'nozzle' | 'bed' | 'chamber';
export type Axis = 'x' | 'y' | 'z';

/** Commands of one kind: their number, and the first of them. */
export interface CommandFact {
  /** The name of their rule, such as `M500` or `M302:cold`. */
  readonly rule: string;
  /** The first one as written in the file, shortened, with characters other than printable ASCII replaced. */
  readonly text: string;
  readonly line: number;
  readonly count: number;
  /** The wrong piece of that first one, if any: an unfilled placeholder. */
  readonly part?: string;
}

/** A heater's target above all earlier ones. */
export interface HeatFact {
  readonly heater: Heater;
  readonly celsius: number;
  readonly line: number;
}

/** A command that takes more bytes on the wire than any of its kind before, and more than most firmwares hold. */
export interface LengthFact {
  /** The name of its rule: a command that is not sent needs no room. */
  readonly rule: string;
  readonly text: string;
  readonly bytes: number;
  readonly line: number;
}

/**
 * The reference of a known distance: the machine's own coordinates, the end position of homing, the unknown position of
 * the tool at the start of the file, the unknown position after a command such as G29, or a place between home and the
 * point over the bed where Z was homed.
 */
export type Anchor = 'machine' | 'home' | 'start' | 'lost' | 'bed';

/** The greatest distance of the tool from the anchor, in millimetres, and the first line that reaches it. */
export interface ReachFact {
  readonly anchor: Anchor;
  readonly axis: Axis;
  readonly side: 'min' | 'max';
  readonly mm: number;
  readonly line: number;
}

/**
 * The guard's facts of a file, for any machine: small, plain JSON, gathered once by the analysis. `judge` checks them
 * against a machine.
 */
export interface GuardFacts {
  readonly commands: readonly CommandFact[];
  /** Kinds of commands beyond those listed, which are already more than a machine has; null when there are none. */
  readonly further: { readonly line: number; readonly count: number } | null;
  readonly heat: readonly HeatFact[];
  /** The heaters that are still on at the end of the file, and the lines that set them. */
  readonly leftHot: readonly HeatFact[];
  readonly long: readonly LengthFact[];
  readonly reach: readonly ReachFact[];
  /** The distance of relative moves after the last extrusion: software endstops would stop them (see `Walks`). */
  readonly walks: readonly ReachFact[];
}

/** A violation of a machine's policy in a file. */
export interface Finding {
  /** The first line of its kind, counted from 1. */
  readonly line: number;
  /** Its sentences are in the catalogue of faults, with `details` as their parameters. */
  readonly code: FaultCode;
  readonly severity: GuardSeverity;
  /** The command as written in the file, shortened; '' for moves and temperatures. */
  readonly command: string;
  readonly details: FaultDetails;
  /** How often in the file. */
  readonly count: number;
  /** The name that a lab manager may add to `GuardPolicy.allowed` to allow it; null when it must not be allowed (`allowable.ts`). */
  readonly rule: string | null;
}
