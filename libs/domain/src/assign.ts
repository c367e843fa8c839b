import type { Instant, JobId, MachineId, SpoolId } from '@pandafab/shared';
import { byRank } from './rank';
import { type MachineView, onceFree, type QueuedJob, reasonsAgainst, type Stock } from './reasons';

export interface Assignment {
  readonly jobId: JobId;
  readonly machineId: MachineId;
  /** The spool of each tool: the run's material is booked on these, even if other spools are loaded later. */
  readonly spools: readonly (SpoolId | null)[];
  readonly assignedAt: Instant;
}

/**
 * Which job starts on which machine now: in each lab in the order of the queue (`rank`), on the first machine (in the
 * given order) without a reason against it. A job that fits no machine does not delay the others.
 * At most one job per machine and one machine per job; pure, and the same for any order of `jobs`.
 */
export function assign(
  now: Instant,
  jobs: readonly QueuedJob[],
  machines: readonly MachineView[],
  stock: Stock,
): Assignment[] {
  const free = new Set(machines);
  const assignments: Assignment[] = [];
  for (const job of [...jobs].sort(byRank)) {
    for (const machine of free) {
      if (reasonsAgainst(job, machine, stock).length > 0) continue;
      free.delete(machine);
      assignments.push({
        jobId: job.id,
        machineId: machine.id,
        spools: machine.spools,
        assignedAt: now,
      });
      break;
    }
  }
  return assignments;
}

/**
 * The next job of each machine if it alone were free now: the first job of the queue that it can print. Two machines may
 * have the same next job: the one that is free first gets it. A machine in maintenance has none.
 */
export function nextJobs(
  now: Instant,
  jobs: readonly QueuedJob[],
  machines: readonly MachineView[],
  stock: Stock,
): Map<MachineId, JobId> {
  const next = new Map<MachineId, JobId>();
  for (const machine of machines)
    for (const { jobId } of assign(now, jobs, [onceFree(machine)], stock)) next.set(machine.id, jobId);
  return next;
}
