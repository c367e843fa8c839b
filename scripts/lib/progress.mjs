import { say } from './language.mjs';

const BAR_WIDTH = 24;
const PLAIN_STEP = 0.25;

/**
 * @typedef {object} JobProgress
 * @property {string} label the file's name and the machine's
 * @property {string} state in the reader's words
 * @property {number | null} fraction 0 to 1; null while nothing is printed yet
 * @property {{ actual: number, target: number } | null} [nozzle] °C
 * @property {{ actual: number, target: number } | null} [bed] °C
 * @property {number | null} [remainingSeconds]
 */

/** @param {number} fraction @returns {string} such as `█████░░░` */
export function bar(fraction, width = BAR_WIDTH) {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** @param {number} seconds @returns {string} such as `1 h 05`, `2 min 03 s`, `41 s` */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number) => String(number).padStart(2, '0');
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))}`;
  return whole >= 60 ? `${Math.floor(whole / 60)} min ${two(whole % 60)} s` : `${whole} s`;
}

const heat = (name, heater) =>
  heater ? [`${name} ${Math.round(heater.actual)}/${Math.round(heater.target)} °C`] : [];

/** @param {JobProgress} job @returns {string} one line */
export function describeJob(job) {
  const left =
    job.remainingSeconds == null ? [] : [`${say('left', 'reste')} ${duration(job.remainingSeconds)}`];
  const details = [
    ...heat(say('nozzle', 'buse'), job.nozzle),
    ...heat(say('bed', 'plateau'), job.bed),
    ...left,
  ].join('  ');
  const percent = job.fraction == null ? '     ' : `${String(Math.floor(job.fraction * 100)).padStart(3)} %`;
  return `${job.label.padEnd(34)} ${bar(job.fraction ?? 0)} ${percent}  ${job.state.padEnd(12)} ${details}`.trimEnd();
}

/**
 * One bar a job, redrawn in place on a terminal. Elsewhere (a pipe, a CI log) a plain line whenever a job's
 * state changes and at each quarter.
 */
export class ProgressBoard {
  #stream;
  #jobs = new Map();
  #said = new Map();
  #drawn = 0;

  /** @param {NodeJS.WriteStream} [stream] */
  constructor(stream = process.stdout) {
    this.#stream = stream;
  }

  /** @param {string} id @param {JobProgress} job */
  update(id, job) {
    this.#jobs.set(id, job);
    if (this.#stream.isTTY) this.#draw();
    else this.#sayOnce(id, job);
  }

  /** Writes a line above the bars. @param {string} line */
  note(line) {
    this.#erase();
    this.#stream.write(`${line}\n`);
    if (this.#stream.isTTY) this.#draw();
  }

  /** Leaves the bars as they are; what is written next stands below them. */
  finish() {
    this.#drawn = 0;
  }

  #sayOnce(id, job) {
    const key = `${job.state} ${Math.floor((job.fraction ?? 0) / PLAIN_STEP)}`;
    if (this.#said.get(id) === key) return;
    this.#said.set(id, key);
    this.#stream.write(`${describeJob(job)}\n`);
  }

  #erase() {
    if (this.#drawn > 0) this.#stream.write(`\x1b[${this.#drawn}A\x1b[0J`);
    this.#drawn = 0;
  }

  #draw() {
    const width = this.#stream.columns ?? 120;
    // A line that wraps would count for two and break the redrawing.
    const lines = [...this.#jobs.values()].map((job) => describeJob(job).slice(0, width - 1));
    this.#erase();
    this.#stream.write(`${lines.join('\n')}\n`);
    this.#drawn = lines.length;
  }
}
