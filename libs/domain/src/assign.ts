import type { Instant, JobId, MachineId, SpoolId } from '@pandafab/shared';
import { type MachineView, onceFree, type QueuedJob, reasonsAgainst, type Stock } from './reasons';

export interface Assignment {
  readonly jobId: JobId;
  readonly machineId: MachineId;
  /** What each tool was loaded with: the run's material is booked on these, whatever is loaded later. */
  readonly spools: readonly (SpoolId | null)[];
  readonly assignedAt: Instant;
}

/** Ids are UUIDs of version 7: among jobs queued in the same millisecond, the one made first. */
const oldestFirst = (a: QueuedJob, b: QueuedJob): number =>
  a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Which job starts on which machine now: in each lab the oldest job first, on the first machine (in the
 * order given) that nothing speaks against. A job that fits nowhere holds up no other.
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
  for (const job of [...jobs].sort(oldestFirst)) {
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
 * What each machine would be given if it alone were free now: the oldest waiting job that it can take. Two machines may
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
