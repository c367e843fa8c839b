import { detailsForMakers } from '@pandafab/shared';
import type { NoticeCause, NoticeKind } from '../../people/notices/notice-kind';
import { notify } from '../../people/notices/notify';
import { accountsOfMembers } from '../../people/notices/recipients';
import type { Unit } from '../../platform/persistence/unit';
import type { JobDetails } from '../notices/job-notices';
import type { Job } from './job.entities';

/** Makers may know why a run ended, but not on which device of the lab: what is kept for them is without it. */
function withoutPlaces<Told extends object>(details: Told): Told {
  const { cause } = details as { cause?: NoticeCause | null };
  return cause
    ? { ...details, cause: { ...cause, details: detailsForMakers(cause.code, cause.details) } }
    : details;
}

export type ToldJob = Pick<Job, 'id' | 'batchId' | 'memberId' | 'fileName'>;

/**
 * Tells the members whose jobs these are, if they have an account. The copies of a batch are one notice.
 * @param detailsOf what the kind needs besides the job and its file's name
 */
export async function tellMakers<Details extends JobDetails, Told extends ToldJob>(
  unit: Unit,
  kind: NoticeKind<Details>,
  jobs: readonly Told[],
  detailsOf: (job: Told) => Omit<Details, 'jobId' | 'fileName'>,
): Promise<void> {
  const accounts = await accountsOfMembers(
    unit.manager,
    jobs.map(({ memberId }) => memberId),
  );
  const tellings = jobs.flatMap((job) => {
    const account = accounts.get(job.memberId);
    const details = withoutPlaces({
      jobId: job.id,
      fileName: job.fileName,
      ...detailsOf(job),
    }) as unknown as Details;
    return account ? [{ to: [account], subject: `batch-${job.batchId}`, details }] : [];
  });
  await notify(unit, kind, ...tellings);
}
