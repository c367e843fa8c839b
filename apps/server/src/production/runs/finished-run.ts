import type { FinishedRun } from '@pandafab/domain';
import type { Job } from '../jobs/job.entities';
import type { Run } from '../jobs/run.entity';

/** How a run ended, for stock and for money. */
export type RunEnd = Pick<
  FinishedRun,
  'outcome' | 'cancelledBy' | 'isReturned' | 'filamentUm' | 'seconds' | 'endedAt'
>;

export function finishedRun(
  { id: runId, labId, machineId, spools, assignedAt }: Run,
  { id: jobId, memberId, groupId, prestationId, fileName }: Job,
  { outcome, cancelledBy = null, isReturned = false, filamentUm, seconds, endedAt }: RunEnd,
): FinishedRun {
  return {
    ...{ runId, jobId, labId, machineId, memberId, groupId, prestationId, fileName },
    ...{ outcome, cancelledBy, isReturned, filamentUm, spools, seconds, assignedAt, endedAt },
  };
}
