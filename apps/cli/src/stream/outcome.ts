import { createHash } from 'node:crypto';
import type { Finding } from '@pandafab/gcode';
import type { RunOutcome } from '@pandafab/machine-host';
import { describeFault, Fault, languageFromEnvironment } from '@pandafab/shared';
import { findingLines, type WordedFinding } from '../commands/analyse-guard';
import { EXIT, type OutputOptions, printResult, quantity, say } from '../output';

export interface StreamEnd {
  readonly outcome: RunOutcome;
  /** The heaters are not confirmed off: a person has to look. */
  readonly heatersUnknown: boolean;
  /** Commands that were left out, and warnings. */
  readonly findings: readonly WordedFinding[];
  /** The guard refuses the file: nothing of it was sent. */
  readonly refused?: boolean;
}

/** Ended before the first line: nothing of the file was sent. */
export const NEVER_BEGUN: RunOutcome = {
  ...{ outcome: 'cancelled', cause: null, linesSent: 0, linesAcknowledged: 0, resends: 0, filamentUm: [] },
  ...{ exact: true, sha256: createHash('sha256').digest('hex'), seconds: 0 },
};

/** The same for a file that the guard refuses, with the first reason. */
export const refusedBy = ({ code, details }: Finding): Omit<StreamEnd, 'findings'> => ({
  outcome: { ...NEVER_BEGUN, outcome: 'failed', cause: { code, details } },
  heatersUnknown: false,
  refused: true,
});

const describe = (fault: Parameters<typeof describeFault>[0]): string[] => {
  const { what, cure } = describeFault(fault, languageFromEnvironment(process.env));
  return [what, cure];
};

/** Prints how the run ended, and sets the exit code: an unknown heater state comes first. */
export function printEnd(end: StreamEnd, options: OutputOptions): void {
  const { outcome, heatersUnknown, findings, refused = false } = end;
  const { linesAcknowledged: lines, resends, sha256, exact, cause } = outcome;
  const seconds = Math.round(outcome.seconds * 1000) / 1000;
  const linesPerSecond = Math.round(lines / Math.max(seconds, 0.001));
  const filamentMm = outcome.filamentUm.map((length) => length / 1000);
  const figures = { lines, seconds, linesPerSecond, resends, filamentMm, sha256, exact };
  const result = { outcome: outcome.outcome, cause, ...figures, heatersUnknown, findings };
  const doubt = heatersUnknown ? describe(new Fault('MACHINE.HEATERS_UNCONFIRMED')) : [];
  process.stderr.write('\n');
  // Also with --json: the person at the terminal has to go to the machine.
  if (options.json && heatersUnknown) process.stderr.write(`${doubt.join('\n')}\n`);
  const told = [...sheet(outcome, linesPerSecond, filamentMm), ...findingLines(findings), ...doubt];
  printResult(result, told, options);
  if (heatersUnknown) process.exitCode = EXIT.heatersUnknown;
  else if (refused) process.exitCode = EXIT.refused;
  else if (outcome.outcome !== 'done') process.exitCode = EXIT.failed;
}

function sheet(outcome: RunOutcome, linesPerSecond: number, filamentMm: readonly number[]): string[] {
  const words = {
    done: say('Done', 'Terminé'),
    cancelled: say('Cancelled', 'Annulé'),
    failed: say('Failed', 'Échec'),
  };
  const filament = filamentMm.map((length) => quantity(length, 'mm', 1)).join(' + ') || quantity(0, 'mm');
  return [
    words[outcome.outcome],
    ...(outcome.cause ? describe(outcome.cause) : []),
    `${outcome.linesAcknowledged} ${say('lines in', 'lignes en')} ${quantity(outcome.seconds, 's', 1)}, ${linesPerSecond}/s`,
    `${outcome.resends} ${say('resends', 'renvois')}`,
    `${filament} ${say('of filament', 'de filament')}${outcome.exact ? '' : say(', and perhaps a little more', ', et peut-être un peu plus')}`,
    `SHA-256 ${outcome.sha256}`,
  ];
}
