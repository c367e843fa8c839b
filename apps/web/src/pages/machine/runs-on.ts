import type { Job, Run } from '../../api/queries';
import { isActive } from '../../parts/active-run';

export interface RunOfJob {
  readonly job: Job;
  readonly run: Run;
}

const SHOWN = 15;

/** The newest runs on a machine: from the live state if it holds their job, else from the list. */
export function runsOn(machineId: string, live: readonly Job[], listed: readonly Job[]): readonly RunOfJob[] {
  const jobs = new Map([...listed, ...live].map((job) => [job.id, job]));
  return [...jobs.values()]
    .flatMap((job) => job.runs.filter((run) => run.machineId === machineId).map((run) => ({ job, run })))
    .sort((a, b) => b.run.assignedAt.localeCompare(a.run.assignedAt))
    .slice(0, SHOWN);
}

/** The runs on a machine that have ended, the newest first. */
export const endedOn = (machineId: string, live: readonly Job[], listed: readonly Job[]): readonly string[] =>
  runsOn(machineId, live, listed).flatMap(({ run }) => (isActive(run) ? [] : run.id));
