import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChildProcess } from './child-process.mjs';
import { EXIT, Stop } from './exit.mjs';
import { say } from './language.mjs';
import { lockDirectory } from './lock.mjs';
import { notable } from './notable.mjs';
import { keepPrivate } from './private.mjs';
import { pause, waitUntil } from './wait.mjs';

const GRACE_MS = 10_000;
const RESTARTS_A_MINUTE = 5;
const LAST_WORDS_MS = 200;
// npm passes Ctrl-C on to us although the terminal already did: only a later signal means "now!".
const IMPATIENT_AFTER_MS = 1_000;

/**
 * Starts, watches and ends the processes that make up a PandaFab.
 *
 *     launcher ──┬── redis-server      each in a process group of its own, its output in a log file;
 *                ├── server            ended in the reverse order of their start
 *                ├── agent …
 *                └── guard.sh          ends them all if the launcher itself is killed outright
 */
export class Launcher {
  #directory;
  #guard;
  #guardEnded;
  /** @type {ChildProcess[]} */
  #children = [];
  #stopping = false;
  #end;
  /** Resolves with the exit code when a signal or the death of a child ends everything. */
  #ending = new Promise((resolve) => {
    this.#end = resolve;
  });
  #serving = false;

  /** @param {{ directory: string }} options data folder: holds the logs and the lock against a second launcher */
  constructor({ directory }) {
    this.#directory = directory;
  }

  /**
   * Runs `body` with all children under watch, then ends them.
   * @param {() => Promise<number | undefined | void>} body resolves with an exit code, or with nothing to keep serving
   * @returns {Promise<number>} exit code: the body's; 0 for a signal while serving; 1 when a child died
   * @throws {Stop} when another launcher works on the same folder, or what the body throws
   */
  async supervise(body) {
    this.#listenToSignals();
    this.#startGuard();
    keepPrivate(this.#directory);
    let unlock;
    try {
      unlock = await lockDirectory(this.#directory, this.#guard.pid);
      return await Promise.race([this.#serve(body), this.#ending]);
    } finally {
      await this.#stopAll();
      unlock?.();
    }
  }

  #startGuard() {
    const script = fileURLToPath(new URL('guard.sh', import.meta.url));
    this.#guard = spawn('/bin/sh', [script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#guard.stdin.on('error', () => undefined);
    this.#guardEnded = new Promise((resolve) => this.#guard.once('exit', resolve));
  }

  async #serve(body) {
    const code = await body();
    this.#serving = true;
    return code ?? this.#ending;
  }

  /**
   * Starts one process and waits until it is ready.
   * @param {object} spec
   * @param {string} spec.name shown to people, and the log file's name
   * @param {string} spec.command
   * @param {string[]} [spec.args]
   * @param {NodeJS.ProcessEnv} [spec.env]
   * @param {(line: string) => void} [spec.onLine] told every line of its output
   * @param {boolean} [spec.quiet] true: its warnings and plain lines stay out of the terminal
   * @param {boolean} [spec.restart] true: started again when it dies; otherwise its death ends everything
   * @param {() => Promise<boolean>} [spec.ready] called until true
   * @param {number} [spec.readyTimeoutMs]
   * @throws {Stop} when it is not ready in time
   */
  async start(spec) {
    const child = this.#launch(spec, []);
    if (!spec.ready) return;
    if (await waitUntil(spec.ready, { timeoutMs: spec.readyTimeoutMs })) return;
    throw new Stop(this.#obituary(child, spec, say('does not become ready', 'ne devient pas prêt')));
  }

  #launch(spec, deaths) {
    if (this.#stopping)
      throw new Stop(say('Stopped before everything was started.', 'Arrêt avant la fin du démarrage.'));
    const logPath = join(this.#directory, 'logs', `${spec.name}.log`);
    const onLine = (line) => {
      spec.onLine?.(line);
      if (!spec.quiet) this.#show(spec.name, line);
    };
    const child = new ChildProcess({ ...spec, logPath, onLine });
    this.#children.push(child);
    if (child.group) this.#tellGuard(`watch ${child.group}`);
    void child.ended.then((how) => this.#buried(child, spec, deaths, how));
    return child;
  }

  #show(name, line) {
    const text = notable(line);
    if (text !== undefined && !this.#stopping) process.stdout.write(`${name}  ${text}\n`);
  }

  async #buried(child, spec, deaths, how) {
    if (this.#stopping) return;
    // Its children may live on and hold its ports.
    child.signal('SIGKILL');
    await Promise.race([child.silent, pause(LAST_WORDS_MS)]);
    this.#children = this.#children.filter((other) => other !== child);
    this.#tellGuard(`forget ${child.group}`);
    process.stderr.write(`${this.#obituary(child, spec, say(`ended: ${how}`, `s’est arrêté : ${how}`))}\n`);
    const recent = [...deaths, Date.now()].filter((at) => at > Date.now() - 60_000);
    if (!spec.restart || recent.length > RESTARTS_A_MINUTE) return this.#end(EXIT.failed);
    await pause(200 * recent.length);
    if (this.#stopping) return;
    process.stderr.write(say(`${spec.name} is started again.\n`, `${spec.name} est relancé.\n`));
    this.#launch(spec, recent);
  }

  /** The last output of a quiet process is shown here; that of another one is on the terminal already. */
  #obituary(child, spec, what) {
    if (!spec.quiet) return `${child.name} ${what}. ${say('Its log', 'Son journal')}: ${child.log.path}`;
    const where = say('The end of its log', 'La fin de son journal');
    const lines = child.log.tail.map((line) => `  | ${line}`);
    return [`${child.name} ${what}. ${where} (${child.log.path}):`, ...lines].join('\n');
  }

  #tellGuard(message) {
    this.#guard.stdin.write(`${message}\n`);
  }

  #listenToSignals() {
    let firstAt = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        firstAt ||= Date.now();
        if (Date.now() - firstAt > IMPATIENT_AFTER_MS) this.#killAll();
        this.#end(this.#serving ? EXIT.ok : 128 + constants.signals[signal]);
      });
    }
    // Our terminal may be gone (a closed window, `| head`): that must not end the children half-way.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    process.on('uncaughtException', (error) => {
      process.stderr.write(`${error.stack ?? error}\n`);
      this.#end(EXIT.failed);
    });
    process.on('exit', () => this.#killAll());
  }

  #killAll() {
    for (const child of this.#children) child.signal('SIGKILL');
  }

  /** Last started, first ended: the server must still find its Redis while it closes. */
  async #stopAll() {
    this.#stopping = true;
    for (const child of [...this.#children].reverse()) await child.stop(GRACE_MS);
    this.#children = [];
    this.#tellGuard('done');
    this.#guard.stdin.end();
    await this.#guardEnded;
  }
}
