import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const TURN_AT_BYTES = 10_000_000;
const TAIL_LINES = 15;

const sizeOf = (path) => {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
};

/** One process's output on disk: two files of bounded size, however long the service runs. */
export class LogFile {
  #path;
  #size;
  /** @type {string[]} */
  #tail = [];

  /** @param {string} path */
  constructor(path) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#path = path;
    this.#size = sizeOf(path);
  }

  get path() {
    return this.#path;
  }

  /** The last lines written, for saying why a process ended. */
  get tail() {
    return this.#tail;
  }

  /**
   * The set-up link is for the person at the terminal: its code opens the service, and people pass logs on.
   * @param {string} said without its line break
   */
  write(said) {
    const line = said.replace(/([?&]code=)[\w-]+/g, '$1…');
    if (this.#size > TURN_AT_BYTES) this.#turn();
    const text = `${line}\n`;
    this.#size += Buffer.byteLength(text);
    this.#tail.push(line);
    if (this.#tail.length > TAIL_LINES) this.#tail.shift();
    try {
      appendFileSync(this.#path, text, { mode: 0o600 });
    } catch {
      // A full disk must not end the service that the launcher keeps alive: the line stays in the tail.
    }
  }

  #turn() {
    this.#size = 0;
    try {
      rmSync(`${this.#path}.1`, { force: true });
      renameSync(this.#path, `${this.#path}.1`);
    } catch {
      // The folder is not writable any more: go on appending to the old file.
    }
  }
}
