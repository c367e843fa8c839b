import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Stop } from '../../../scripts/lib/exit.mjs';
import { run } from '../../../scripts/lib/run.mjs';

const source = fileURLToPath(new URL('../responder.c', import.meta.url));

/**
 * @param {string} program where to put it
 * @throws {Stop} without a C compiler
 */
export async function compileResponder(program) {
  const { code, output } = await run('cc', ['-O2', '-Wall', '-o', program, source], { capture: true });
  if (code === 0) return;
  throw new Stop(`The responder does not compile: it needs Linux and a C compiler (cc).\n${output}`);
}

/** One responder process with its pseudo-terminals. */
export class Responder {
  #child;
  #lines;

  /** @param {string} program @param {string[]} options of responder.c */
  static async start(program, options) {
    const responder = new Responder(program, options);
    await responder.#open();
    return responder;
  }

  constructor(program, options) {
    this.#child = spawn(program, options, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
    /** Paths of its devices. @type {string[]} */
    this.ports = [];
  }

  /** Ends it. @returns {Promise<object>} what it counted: see `report` in responder.c */
  async report() {
    this.#child.stdin.end();
    return this.#read();
  }

  kill() {
    this.#child.kill();
  }

  async #open() {
    ({ ports: this.ports } = await this.#read());
  }

  async #read() {
    const { value } = await this.#lines.next();
    if (value === undefined) throw new Stop('The responder ended without a word.');
    return JSON.parse(value);
  }
}
