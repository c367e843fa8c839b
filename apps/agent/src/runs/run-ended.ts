import { MOST_KINDS_STRIPPED, type StrippedCommand } from '@pandafab/lab-link';
import type { GuardedSource, RunOutcome } from '@pandafab/machine-host';
import { Fault, type FaultCode, type FaultDetails, type RunId } from '@pandafab/shared';
import type { RunEnded } from '../journal/run-journal';

/** A fault as it travels. */
export const causeOf = ({ code, details }: { readonly code: FaultCode; readonly details: FaultDetails }) => ({
  code,
  details: Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
  ) as NonNullable<RunEnded['cause']>['details'],
});

export const asFault = (error: unknown): Fault =>
  error instanceof Fault
    ? error
    : new Fault('LAB.AGENT_FAILED', { reason: error instanceof Error ? error.message : String(error) });

const strippedFrom = ({ findings }: GuardedSource): StrippedCommand[] =>
  findings
    .filter(({ severity }) => severity === 'strip')
    .slice(0, MOST_KINDS_STRIPPED)
    .map(({ code, command, line, count }) => ({ code, command, line, count }));

/**
 * What is reported of a run that a machine has ended.
 * @param seconds that it took the machine
 * @param stopping this process ends, and the run with it
 */
export function endOf(
  runId: RunId,
  outcome: RunOutcome,
  source: GuardedSource,
  { stopping, seconds }: { stopping: boolean; seconds: number },
): RunEnded {
  const { linesSent, linesAcknowledged, resends, filamentUm, exact } = outcome;
  const stopped = stopping && outcome.outcome !== 'done';
  return {
    type: 'run.ended',
    runId,
    outcome: stopped ? 'interrupted' : outcome.outcome,
    cause: stopped ? causeOf(new Fault('LAB.AGENT_STOPPED')) : outcome.cause && causeOf(outcome.cause),
    ...{ linesSent, linesAcknowledged, resends, filamentUm: [...filamentUm], exact },
    seconds,
    commandsSha256: exact ? outcome.sha256 : null,
    stripped: strippedFrom(source),
  };
}
