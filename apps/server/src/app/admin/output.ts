import { describeFault, Fault, inLanguage, languageFromEnvironment } from '@pandafab/shared';
import { storageFault } from '../../platform/persistence/storage-fault';

export const EXIT = { whole: 0, failed: 1, usage: 2, broken: 3 } as const;

/** Language of the terminal's user. */
export const terminalLanguage = languageFromEnvironment(process.env);

/** Chooses the terminal's language. */
export const say = (en: string, fr: string): string => inLanguage({ en, fr }, terminalLanguage);

/** A fault with its sentences, for `--json`. */
export const problemOf = ({ code, details, ...rest }: Fault) => ({
  code,
  details,
  ...describeFault({ ...rest, code, details }, terminalLanguage),
});

/** Prints why a command could not do its work, and sets the exit code. */
export function printFailure(error: unknown, asJson: boolean): void {
  process.exitCode = EXIT.failed;
  const fault = error instanceof Fault ? error : storageFault(error);
  if (!fault) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return;
  }
  const { what, cure } = describeFault(fault, terminalLanguage);
  process.stderr.write(`${what}\n${cure}\n`);
  if (asJson) process.stdout.write(`${JSON.stringify({ error: { code: fault.code, what, cure } })}\n`);
}
