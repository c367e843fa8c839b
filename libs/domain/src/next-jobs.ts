import type { Instant, JobId, MachineId, SpoolId } from '@pandafab/shared';
import type { MachineView, QueuedJob, Stock } from './reasons';
import { fitOf } from './scheduling/fit';

export interface Assignment {
  readonly jobId: JobId;
  readonly machineId: MachineId;
  /** The spool of each tool: the run's material is booked on these, even if other spools are loaded later. */
  readonly spools: readonly (SpoolId | null)[];
  readonly assignedAt: Instant;
}

/**
 * The next job of each machine if it alone were free now: the first of the queue that it can print as it is. Two machines
 * may have the same next job: the one that is free first gets it. A machine in maintenance has none.
 * @param jobs in the order of the queue
 */
export function nextJobs(
  jobs: readonly QueuedJob[],
  machines: readonly MachineView[],
  stock: Stock,
): Map<MachineId, JobId> {
  const next = new Map<MachineId, JobId>();
  for (const machine of machines) {
    const job = jobs.find((each) => fitOf(each, machine, stock) === 'fits');
    if (job) next.set(machine.id, job.id);
  }
  return next;
}
