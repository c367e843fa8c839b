import { type ApprovalReason, notApproved } from '@pandafab/domain';
import type { Unit } from '../../../platform/persistence/unit';
import { Job } from '../job.entities';
import { recordStep } from '../transitions';
import { approvalAsked } from './approval-notices';
import { approvalCause } from './approval-words';

/** Writes into the history of a new job that approval is asked for, and why; nothing where it is not. */
export async function recordApproval(unit: Unit, job: Job): Promise<void> {
  const [first] = job.approvalReasons ?? [];
  if (job.approval !== 'asked' || !first) return;
  await recordAsked(unit, job, first);
}

async function recordAsked(unit: Unit, job: Job, reason: ApprovalReason): Promise<void> {
  const { id: jobId, labId, state } = job;
  const step = { from: state, to: state, event: 'approval asked', cause: approvalCause(reason) };
  await recordStep(unit, { jobId, runId: null, labId }, step);
  await approvalAsked(unit, job);
}

/**
 * Asks for approval of a waiting job for reasons that became known after it was submitted. What was approved stays
 * approved; only another reason asks again.
 */
export async function askApproval(unit: Unit, job: Job, reasons: readonly ApprovalReason[]): Promise<void> {
  if (job.approval === 'given' && job.approvalReasons === null) return;
  const earlier = job.approvalReasons ?? [];
  const [first, ...others] = notApproved(reasons, earlier);
  if (!first) return;
  const approvalReasons = [...earlier, first, ...others];
  const asked: Pick<Job, 'approval' | 'approvalReasons'> = { approval: 'asked', approvalReasons };
  const version = () => 'version + 1';
  await unit.manager.update(Job, { id: job.id }, { ...asked, version } as object);
  await recordAsked(unit, { ...job, ...asked }, first);
}
