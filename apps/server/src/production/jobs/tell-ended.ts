import type { RunOutcomeKind } from '@pandafab/domain';
import type { Unit } from '../../platform/persistence/unit';
import { jobDone, jobFailed } from '../notices/job-notices';
import type { RunCause } from './run.entity';
import { type ToldJob, tellMakers } from './tell-makers';

/** A job whose run has ended, and why. */
export type EndedJob = ToldJob & { readonly outcome: RunOutcomeKind; readonly cause: RunCause | null };

/** Tells members that their prints are done, or stopped. A cancellation is not told: a person decided it. */
export async function tellEnded(unit: Unit, jobs: readonly EndedJob[]): Promise<void> {
  const done = jobs.filter(({ outcome }) => outcome === 'done');
  const failed = jobs.filter(({ outcome }) => outcome === 'failed' || outcome === 'interrupted');
  await tellMakers(unit, jobDone, done, () => ({}));
  await tellMakers(unit, jobFailed, failed, ({ cause }) => ({ cause }));
}
