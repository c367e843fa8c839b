/**
 * BullMQ's words for a step whose process died more often than `maxStalledCount` (its scripts/moveStalledJobsToWait).
 * Such a step is never tried again, however many attempts it has left.
 */
export const STALLED_TOO_OFTEN = 'job stalled more than allowable limit';

interface FailedAttempt {
  readonly attemptsMade: number;
  readonly opts: { readonly attempts?: number | undefined };
}

/** True when BullMQ will not try a step again. Undefined: BullMQ no longer has the step. */
export const isLastFailure = (step: FailedAttempt | undefined, { message }: Error): boolean =>
  !step || message === STALLED_TOO_OFTEN || step.attemptsMade >= (step.opts.attempts ?? 1);
