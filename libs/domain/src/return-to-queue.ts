import type { RunOutcomeKind } from './run-state';

/** So often a job goes back by itself; after that, whatever is wrong is for a person. */
export const MOST_RETURNS = 3;

export interface EndedRun {
  readonly outcome: RunOutcomeKind;
  readonly linesSent: number;
  readonly exact: boolean;
  readonly cause: { readonly code: string } | null;
}

/** What the guard has against a file, or its agent against the guard's policy, is so at the next attempt, too. */
const isOfGuard = (code: string | undefined): boolean => /^(LAB\.)?GUARD[._]/.test(code ?? '');

/**
 * Does a job go back to the queue, now that a run of it has ended? Only when that run certainly sent nothing, nobody
 * wished it away, and it has not come back often already.
 */
export function returnsToQueue(
  { outcome, linesSent, exact, cause }: EndedRun,
  { returns, cancelWished }: { readonly returns: number; readonly cancelWished: boolean },
): boolean {
  const unbegun = (outcome === 'failed' || outcome === 'interrupted') && linesSent === 0 && exact;
  return unbegun && !cancelWished && !isOfGuard(cause?.code) && returns < MOST_RETURNS;
}
