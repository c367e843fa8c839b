import type { Finding } from '@pandafab/gcode';
import { MOST_KINDS_STRIPPED, runFiguresOf, type StrippedCommand } from '@pandafab/lab-link';
import type { RunOutcome } from '@pandafab/machine-host';
import { Fault, type FaultCode, type FaultDetails, type RunId } from '@pandafab/shared';
import type { RunEnded } from '../journal/run-journal';

/** A fault as sent over the lab link. */
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

const strippedFrom = (findings: readonly Finding[]): StrippedCommand[] =>
  findings
    .filter(({ severity }) => severity === 'strip')
    .slice(0, MOST_KINDS_STRIPPED)
    .map(({ code, command, line, count }) => ({ code, command, line, count }));

/**
 * The report of a run that ended on its machine.
 * @param findings of the lines that were read
 * @param seconds machine time
 * @param stopping this process is stopping and has ended the run
 */
export function endOf(
  runId: RunId,
  outcome: RunOutcome,
  findings: readonly Finding[],
  { stopping, seconds }: { stopping: boolean; seconds: number },
): RunEnded {
  const { filamentUm, exact } = outcome;
  const stopped = stopping && outcome.outcome !== 'done';
  return {
    type: 'run.ended',
    runId,
    outcome: stopped ? 'interrupted' : outcome.outcome,
    cause: stopped ? causeOf(new Fault('LAB.AGENT_STOPPED')) : outcome.cause && causeOf(outcome.cause),
    ...runFiguresOf({ ...outcome, filamentUm: [...filamentUm], seconds }),
    exact,
    commandsSha256: exact ? outcome.sha256 : null,
    stripped: strippedFrom(findings),
  };
}
