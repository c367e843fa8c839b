import type { Instant, MachineId, MemberId } from '@pandafab/shared';
import type { MachineView, QueuedJob } from '../reasons';
import type { MachineTimes } from './machine-times';
import type { PlacedJob } from './score';

/** A waiting job that nothing but machines keeps from starting: held jobs and those that wait for a person are left out. */
export interface PlanJob extends QueuedJob, PlacedJob {
  /** Jobs with the same text need the same of every machine. */
  readonly alike: string;
  /** What has to be loaded, such as a material: jobs with the same text print without a change between them. */
  readonly setup: string;
  /** The member that it is for: a booking of theirs does not keep it away. */
  readonly memberId: MemberId | null;
  /** It goes before all others on this machine; null: nowhere. */
  readonly nextOn: MachineId | null;
}

/** A machine, and when it can begin its next run. */
export interface PlanMachine extends MachineView {
  /** The machine can take a job from here on: now, or when its run has ended and its bed was cleared. NEVER if unknown. */
  readonly freeAt: Instant;
  /** Standard deviation of `freeAt`, in milliseconds. */
  readonly freeSpread: number;
  /** A person is beside it now, and can change its spool before its next run. */
  readonly isAttended: boolean;
  readonly times: MachineTimes;
  /** The times for the jobs of members who booked it. */
  readonly timesOf: ReadonlyMap<MemberId, MachineTimes>;
  /** Milliseconds from the end of a run at this instant until a person has cleared the bed, while people are there. */
  readonly clearing: (endedAt: Instant) => number;
  /** Factor on a job's seconds for what it prints, learnt from earlier runs; 1 without. */
  readonly pace: (setup: string) => number;
  /** How much it can that ordinary machines cannot; 0 for an ordinary one. */
  readonly special: number;
  /** Between 0 for the machine of the lab that has worked least and 1 for the one that has worked most. */
  readonly wear: number;
}

/** How far real print times are from expected ones: standard deviation ÷ expected. */
export const ORDINARY_SPREAD = 0.15;
/** Milliseconds that a person needs to change a spool. */
export const SPOOL_CHANGE_MS = 5 * 60_000;
