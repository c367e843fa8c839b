import type { Instant, JobId, MachineId } from '@pandafab/shared';
import type { Assignment } from '../next-jobs';
import { reasonsNotReady, type Stock } from '../reasons';
import type { PlanJob, PlanMachine } from './plan-input';
import { PlanState } from './plan-state';
import { step } from './step';
import type { QueueWeights } from './weights';

/** A free machine that gets no job now, and the job for which it is kept. */
export interface KeptMachine {
  readonly machineId: MachineId;
  readonly jobId: JobId;
  /** When the job begins, as far as is known. */
  readonly until: Instant;
}

/** A change of spool for which it is time. Without a person beside it, the machine prints what it can until it is made. */
export interface WantedChange {
  readonly machineId: MachineId;
  /** The first job that needs it. */
  readonly jobId: JobId;
  /** What a person has to load. */
  readonly load: string;
}

export interface Decision {
  readonly starts: readonly Assignment[];
  readonly kept: readonly KeptMachine[];
  readonly changes: readonly WantedChange[];
}

/** The queue of a lab and all that decides about it. */
export interface Queue<Job extends PlanJob = PlanJob> {
  readonly jobs: readonly Job[];
  readonly machines: readonly PlanMachine[];
  readonly stock: Stock;
  /** Seconds on machines by payer at the moment of the decision, decayed; see `decayed`. */
  readonly used: ReadonlyMap<string, number>;
  readonly weights: QueueWeights;
}

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Which job begins on which machine now. At most one job per machine and one machine per job; only on machines without
 * a reason against it. Pure, and the same for any order of jobs and machines.
 */
export function decide(now: Instant, { jobs, machines, stock, used, weights }: Queue): Decision {
  const sorted = [...machines].sort(byId);
  const state = new PlanState(now, jobs, sorted, stock, used, weights);
  const free = [...sorted.keys()].filter((at) => reasonsNotReady(sorted[at] as PlanMachine).length === 0);
  const { starts, keeps, changes } = step(state, now, free, (at) => (sorted[at] as PlanMachine).isAttended);
  const jobAt = (job: number) => state.jobs[job] as PlanJob;
  const machineIdAt = (machine: number) => (sorted[machine] as PlanMachine).id;
  return {
    starts: starts.map(({ job, machine }) => {
      const { id, spools } = sorted[machine] as PlanMachine;
      return { jobId: jobAt(job).id, machineId: id, spools, assignedAt: now };
    }),
    kept: keeps
      .filter(({ change }) => !change)
      .map(({ job, machine, until }) => ({ machineId: machineIdAt(machine), jobId: jobAt(job).id, until })),
    changes: changes.map(({ job, machine }) => ({
      ...{ machineId: machineIdAt(machine), jobId: jobAt(job).id, load: jobAt(job).setup },
    })),
  };
}
