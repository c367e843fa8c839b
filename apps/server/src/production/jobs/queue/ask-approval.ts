import { type ApprovalReason, notApproved } from '@pandafab/domain';
import type { Unit } from '../../../platform/persistence/unit';
import { Job } from '../job.entities';
import { recordStep } from '../transitions';
import { approvalAsked } from './approval-notices';
import { approvalCause } from './approval-words';

/** Writes into the history of new jobs that approval is asked for, and why, and tells it; nothing where it is not. */
export async function recordApproval(unit: Unit, jobs: readonly Job[]): Promise<void> {
  const asked = jobs.filter(({ approval }) => approval === 'asked');
  for (const job of asked) {
    const [first] = job.approvalReasons ?? [];
    if (first) await recordAsked(unit, job, first);
  }
  await approvalAsked(unit, asked);
}

async function recordAsked(unit: Unit, job: Job, reason: ApprovalReason): Promise<void> {
  const { id: jobId, labId, state } = job;
  const step = { from: state, to: state, event: 'approval asked', cause: approvalCause(reason) };
  await recordStep(unit, { jobId, runId: null, labId }, step);
}

/**
 * Asks for approval of a waiting job for reasons that became known after it was submitted. What was approved stays
 * approved; only another reason asks again.
 * @returns the job if approval is asked now, for `approvalAsked`
 */
export async function askApproval(
  unit: Unit,
  job: Job,
  reasons: readonly ApprovalReason[],
): Promise<Job | undefined> {
  if (job.approval === 'given' && job.approvalReasons === null) return undefined;
  const earlier = job.approvalReasons ?? [];
  const [first, ...others] = notApproved(reasons, earlier);
  if (!first) return undefined;
  const approvalReasons = [...earlier, first, ...others];
  const asked: Pick<Job, 'approval' | 'approvalReasons'> = { approval: 'asked', approvalReasons };
  const version = () => 'version + 1';
  await unit.manager.update(Job, { id: job.id }, { ...asked, version } as object);
  await recordAsked(unit, { ...job, ...asked }, first);
  return { ...job, ...asked };
}
