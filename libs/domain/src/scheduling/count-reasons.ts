import { type MachineView, onceFree, type Reason, reasonsAgainst, type Stock } from '../reasons';
import type { PlanJob } from './plan-input';

/** A reason, and how many waiting jobs have it. */
export interface CountedReason {
  readonly reason: Reason;
  readonly jobs: number;
}

/**
 * Why waiting jobs could not begin on a machine if it were free: each different reason with its number of jobs, the most
 * frequent first. A job may have several. Jobs that need the same are asked once.
 */
export function countReasons(
  jobs: readonly PlanJob[],
  machine: MachineView,
  stock: Stock,
): { readonly fitting: number; readonly reasons: readonly CountedReason[] } {
  const free = onceFree(machine);
  const alike = new Map<string, { job: PlanJob; count: number }>();
  for (const job of jobs) {
    const known = alike.get(job.alike);
    alike.set(job.alike, { job: known?.job ?? job, count: (known?.count ?? 0) + 1 });
  }
  const counted = new Map<string, CountedReason>();
  let fitting = 0;
  for (const { job, count } of alike.values()) {
    const reasons = reasonsAgainst(job, free, stock);
    if (reasons.length === 0) fitting += count;
    for (const reason of reasons) {
      const key = JSON.stringify(reason);
      counted.set(key, { reason, jobs: (counted.get(key)?.jobs ?? 0) + count });
    }
  }
  return { fitting, reasons: [...counted.values()].sort((a, b) => b.jobs - a.jobs) };
}
