import type { FaultCode, FaultDetails, GuardSeverity } from '@pandafab/shared';

export type Heater = 'nozzle' | 'bed' | 'chamber';
export type Axis = 'x' | 'y' | 'z';

/** Commands of one kind: how many, and the first of them. */
export interface CommandFact {
  /** The name of their rule, such as `M500` or `M302:cold`. */
  readonly rule: string;
  /** The first one as it stands in the file, cut short, other characters than printable ASCII replaced. */
  readonly text: string;
  readonly line: number;
  readonly count: number;
  /** The piece of that first one that is wrong, where one is: a placeholder that was left unfilled. */
  readonly part?: string;
}

/** A heater's target that no line before had reached. */
export interface HeatFact {
  readonly heater: Heater;
  readonly celsius: number;
  readonly line: number;
}

/** A command that takes more bytes on the wire than any of its kind before, and more than most firmwares hold. */
export interface LengthFact {
  /** The name of its rule: what is not sent needs no room. */
  readonly rule: string;
  readonly text: string;
  readonly bytes: number;
  readonly line: number;
}

/**
 * From where a position is known: the machine's own coordinates, the place where homing ends, wherever the tool stood
 * before the file said anything, where a command such as G29 left it, or somewhere between its home and the place over
 * the bed where Z was homed.
 */
export type Anchor = 'machine' | 'home' | 'start' | 'lost' | 'bed';

/** How far the tool goes at most, in millimetres from the anchor, and the first line that goes so far. */
export interface ReachFact {
  readonly anchor: Anchor;
  readonly axis: Axis;
  readonly side: 'min' | 'max';
  readonly mm: number;
  readonly line: number;
}

/**
 * What the guard has to know of a file, whatever machine it may go to: small, plain JSON, gathered once by the
 * analysis. `judge` holds it against a machine.
 */
export interface GuardFacts {
  readonly commands: readonly CommandFact[];
  /** Kinds of commands beyond those listed, which are already more than a machine has; null when there are none. */
  readonly further: { readonly line: number; readonly count: number } | null;
  readonly heat: readonly HeatFact[];
  /** What is still to be hot when the file ends, and the line that said so. */
  readonly leftHot: readonly HeatFact[];
  readonly long: readonly LengthFact[];
  readonly reach: readonly ReachFact[];
  /** How far it walks relatively once it prints no more: software endstops would stop that (see `Walks`). */
  readonly walks: readonly ReachFact[];
}

/** One thing in a file that a machine's policy is against. */
export interface Finding {
  /** The first line of its kind, counted from 1. */
  readonly line: number;
  /** Its sentences stand in the catalogue of faults, with `details` as their parameters. */
  readonly code: FaultCode;
  readonly severity: GuardSeverity;
  /** As it stands in the file, cut short; '' for moves and temperatures. */
  readonly command: string;
  readonly details: FaultDetails;
  /** How often in the file. */
  readonly count: number;
  /** What a lab manager may add to `GuardPolicy.allowed` to let it pass; null for what nobody should (`allowable.ts`). */
  readonly rule: string | null;
}
