/** Exit codes of every script: 1 something failed, 2 this host lacks something and the message says what to type. */
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
 * Runs a script's body and exits with the code that it returns (0 when none). It does not wait for what
 * the body left pending: a launcher told to stop is done although it still polls for a health answer.
 * @param {() => Promise<number | undefined>} body
 */
export async function main(body) {
  try {
    process.exit((await body()) ?? EXIT.ok);
  } catch (error) {
    process.stderr.write(error instanceof Stop ? `${error.message}\n` : `${error.stack ?? error}\n`);
    process.exit(error instanceof Stop ? error.exitCode : EXIT.failed);
  }
}
