import type { Job } from '../../api/queries';
import { activeRun } from '../../parts/active-run';

/** A figure, and whether it was only estimated from the file. */
export interface Estimate {
  readonly value: number;
  readonly isEstimate: boolean;
}

/** How long it took on the machine, or will take. */
export function secondsOf({ usage, analysis, state, runs }: Job): Estimate | undefined {
  if (usage) return { value: usage.seconds, isEstimate: false };
  const last = runs.at(-1);
  if (state === 'stopped' && last) return { value: last.seconds, isEstimate: false };
  return analysis ? { value: analysis.timeSeconds, isEstimate: true } : undefined;
}

/** The weight of the filament that it took, or will take; undefined where the slicer did not say it. */
export function gramsOf({ usage, analysis }: Job): Estimate | undefined {
  if (usage) return usage.milligrams > 0 ? { value: usage.milligrams / 1000, isEstimate: false } : undefined;
  const grams = analysis?.slicerEstimate.filamentGrams?.reduce((sum, each) => sum + each, 0);
  return grams ? { value: grams, isEstimate: true } : undefined;
}

const OVER: readonly Job['state'][] = ['done', 'stopped', 'cancelled', 'redone', 'refused'];

/** When it ended, or in how many seconds it will; undefined while that is unknown. */
export function endOf(job: Job): { readonly at: string } | { readonly inSeconds: number } | undefined {
  if (OVER.includes(job.state)) return { at: job.runs.at(-1)?.endedAt ?? job.changedAt };
  const inSeconds = activeRun(job)?.progress?.remainingSeconds;
  return inSeconds == null ? undefined : { inSeconds };
}
