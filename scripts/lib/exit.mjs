/** Exit codes of every script: 1 something failed, 2 something is missing on this host and the message says what to type. */
export const EXIT = { ok: 0, failed: 1, hostNotReady: 2 };

/** Ends a script with a message written for people, without a stack. */
export class Stop extends Error {
  /**
   * @param {string} message what happened and what to do next; may have several lines
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a script's body and exits with the code that it returns (0 when none). It does not wait for work
 * that the body left pending: a launcher told to stop is done although it still polls for a health answer.
 * @param {() => Promise<number | undefined | void>} body
 * @param {string} [help] written in place of running the body where the command line has --help
 */
export async function main(body, help) {
  try {
    if (help !== undefined && process.argv.includes('--help')) {
      process.stdout.write(`${help}\n`);
      process.exit(EXIT.ok);
    }
    process.exit((await body()) ?? EXIT.ok);
  } catch (error) {
    process.stderr.write(error instanceof Stop ? `${error.message}\n` : `${error.stack ?? error}\n`);
    process.exit(error instanceof Stop ? error.exitCode : EXIT.failed);
  }
}
