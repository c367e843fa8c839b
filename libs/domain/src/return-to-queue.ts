import type { RunOutcomeKind } from './run-state';

/** The number of automatic returns of a job; after that a person has to solve the problem. */
export const MOST_RETURNS = 3;

export interface EndedRun {
  readonly outcome: RunOutcomeKind;
  readonly linesSent: number;
  readonly exact: boolean;
  readonly cause: { readonly code: string } | null;
}

/** A refusal by the guard, or an unreadable policy, would be the same at the next attempt. */
const isOfGuard = (code: string | undefined): boolean => /^(LAB\.)?GUARD[._]/.test(code ?? '');

/**
 * Whether a job returns to the queue after the end of its run: only when that run certainly sent nothing, no
 * cancellation was requested, and the job has not returned too often already.
 */
export function returnsToQueue(
  { outcome, linesSent, exact, cause }: EndedRun,
  { returns, cancelRequested }: { readonly returns: number; readonly cancelRequested: boolean },
): boolean {
  const unbegun = (outcome === 'failed' || outcome === 'interrupted') && linesSent === 0 && exact;
  return unbegun && !cancelRequested && !isOfGuard(cause?.code) && returns < MOST_RETURNS;
}
