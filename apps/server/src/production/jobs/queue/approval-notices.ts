import { notify } from '../../../people/notices/notify';
import { accountsAllowedIn } from '../../../people/notices/recipients';
import type { Unit } from '../../../platform/persistence/unit';
import { jobAccepted, jobNeedsApproval, jobRefused, jobWaitsForApproval } from '../../notices/job-notices';
import type { Job } from '../job.entities';
import { tellMakers } from '../tell-makers';

/** A rule of the lab asks for approval of these jobs: their makers and those who may approve are told, once. */
export async function approvalAsked(unit: Unit, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await tellMakers(unit, jobWaitsForApproval, jobs, () => ({}));
  const tellings = [];
  for (const { id: jobId, labId, batchId, fileName } of jobs) {
    const to = await accountsAllowedIn(unit.manager, 'job.arrange', labId);
    tellings.push({ to, subject: `batch-${batchId}`, details: { jobId, fileName } });
  }
  await notify(unit, jobNeedsApproval, ...tellings);
}

/** A manager approved this job. */
export const approvalGiven = (unit: Unit, job: Job): Promise<void> =>
  tellMakers(unit, jobAccepted, [job], () => ({}));

/** A manager refused this job, with these words. */
export const approvalRefused = (unit: Unit, job: Job, words: string): Promise<void> =>
  tellMakers(unit, jobRefused, [job], () => ({ cause: { code: 'JOB.NOT_APPROVED', details: { words } } }));
