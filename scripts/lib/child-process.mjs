import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { LogFile } from './log-file.mjs';
import { pause } from './wait.mjs';

const GROUP_LEFTOVERS_MS = 2_000;

/**
 * @typedef {object} ChildOptions
 * @property {string} name
 * @property {string} command
 * @property {string[]} [args]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {string} logPath
 * @property {(line: string) => void} [onLine] every line of its output, after it went to the log
 */

/** A process in its own group, so that its children end with it. */
export class ChildProcess {
  #child;
  #log;

  /** @param {ChildOptions} options */
  constructor({ name, command, args = [], env, cwd, logPath, onLine }) {
    this.name = name;
    this.#log = new LogFile(logPath);
    this.#child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    /** Resolves when the process has ended, with how it ended. @type {Promise<string>} */
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    /** Resolves when its last output has been read too. @type {Promise<void>} */
    this.silent = new Promise((resolve) => this.#child.once('close', resolve));
    for (const stream of [this.#child.stdout, this.#child.stderr]) this.#keep(stream, onLine);
  }

  /** Process group, the same number as the process; undefined when it could not be started. */
  get group() {
    return this.#child.pid;
  }

  get log() {
    return this.#log;
  }

  #keep(stream, onLine) {
    createInterface({ input: stream }).on('line', (line) => {
      this.#log.write(line);
      onLine?.(line);
    });
  }

  /** Sends a signal to the whole group. @returns {boolean} false when no process of it is left */
  signal(name) {
    if (this.group === undefined) return false;
    try {
      return process.kill(-this.group, name);
    } catch {
      return false;
    }
  }

  /**
   * Ends the whole group: with SIGTERM, then, after the grace period, with SIGKILL.
   * @param {number} graceMs
   */
  async stop(graceMs) {
    this.signal('SIGTERM');
    const late = await Promise.race([this.ended.then(() => false), pause(graceMs).then(() => true)]);
    if (!late) await this.#waitForLeftovers();
    this.signal('SIGKILL');
    await this.ended;
  }

  /** The children of the process end a moment after it. */
  async #waitForLeftovers() {
    for (let waited = 0; waited < GROUP_LEFTOVERS_MS && this.signal(0); waited += 20) await pause(20);
  }
}
