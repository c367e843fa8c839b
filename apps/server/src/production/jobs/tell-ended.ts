import type { RunOutcomeKind } from '@pandafab/domain';
import type { Unit } from '../../platform/persistence/unit';
import { jobDone, jobFailed } from '../notices/job-notices';
import type { Job } from './job.entities';
import type { RunCause } from './run.entity';
import { doneCopies } from './tell-batch-done';
import { type ToldJob, tellMakers } from './tell-makers';

/** A job whose run has ended, and why. */
export type EndedJob = ToldJob &
  Pick<Job, 'redoOf'> & { readonly outcome: RunOutcomeKind; readonly cause: RunCause | null };

/**
 * Tells members that their prints are done, or stopped. Stops are told at once; the copies of a submission that are done
 * are one notice, when the last of them is over. A cancellation is not told: a person decided it. Called after the lab
 * was locked.
 */
export async function tellEnded(unit: Unit, jobs: readonly EndedJob[]): Promise<void> {
  const isMadeAgain = ({ outcome, redoOf }: EndedJob) => outcome === 'done' && redoOf !== null;
  const batches = jobs.flatMap(({ batchId, redoOf }) => (redoOf === null ? [batchId] : []));
  const done = [...jobs.filter(isMadeAgain), ...(await doneCopies(unit, batches))];
  const failed = jobs.filter(({ outcome }) => outcome === 'failed' || outcome === 'interrupted');
  await tellMakers(unit, jobDone, done, () => ({}));
  await tellMakers(unit, jobFailed, failed, ({ cause }) => ({ cause }));
}
