import {
  decimalIn,
  describeFault,
  Fault,
  inLanguage,
  languageFromEnvironment,
  typeset,
} from '@pandafab/shared';

/** What every command prints with: sentences for people, or one JSON object on the last line of stdout. */
export const EXIT = { ok: 0, failed: 1, usage: 2, refused: 3, heatersUnknown: 4 } as const;

/** Language of the terminal's user. */
export const terminalLanguage = languageFromEnvironment(process.env);

/** Chooses the terminal's language. */
export const say = (en: string, fr: string): string => inLanguage({ en, fr }, terminalLanguage);

/** A number with the decimal sign of the terminal's language; with all its digits when `digits` is not given. */
export const decimal = (value: number, digits?: number): string => decimalIn(value, terminalLanguage, digits);

/** A number and its unit. */
export const quantity = (value: number, unit: string, digits?: number): string =>
  typeset(`${decimal(value, digits)} ${unit}`, terminalLanguage);

export interface OutputOptions {
  readonly json?: boolean | undefined;
}

/** Prints a result: the JSON object, or the lines written for people. */
export function printResult(result: object, lines: readonly string[], options: OutputOptions): void {
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`);
}

/**
 * Prints a failure with its cure on stderr (and as JSON on stdout with `--json`) and sets the exit code.
 * Any other error is a bug and is shown with its stack.
 */
export function printFailure(error: unknown, options: OutputOptions): void {
  process.exitCode = EXIT.failed;
  if (!(error instanceof Fault)) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    if (options.json)
      process.stdout.write(`${JSON.stringify({ error: { code: 'INTERNAL', message: String(error) } })}\n`);
    return;
  }
  const { what, cure } = describeFault(error, terminalLanguage);
  process.stderr.write(`${what}\n${cure}\n`);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ error: { code: error.code, details: error.details, what, cure } })}\n`,
    );
  }
}
