import { say } from './language.mjs';

const BAR_WIDTH = { narrow: 10, wide: 20 };
const WIDE_FROM = 100;
const PLAIN_STEP = 0.25;

/**
 * @typedef {object} JobProgress
 * @property {string} label the file's name and the machine's
 * @property {string} state in the reader's words
 * @property {number | null} fraction 0 to 1; null while nothing is printed yet
 * @property {string[]} details the most important first: details for which the line has no room are left out
 */

/** @param {number} fraction @returns {string} such as `█████░░░` */
export function bar(fraction, width) {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** @param {number} seconds @returns {string} such as `1 h 05`, `2 min 03 s`, `41 s` */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number) => String(number).padStart(2, '0');
  if (whole >= 3600) return `${Math.floor(whole / 3600)}\u00a0h\u00a0${two(Math.floor((whole % 3600) / 60))}`;
  return whole >= 60 ? `${Math.floor(whole / 60)}\u00a0min ${two(whole % 60)}\u00a0s` : `${whole}\u00a0s`;
}

/**
 * @param {JobProgress} job
 * @param {number} columns of the terminal
 * @param {number} labelWidth so that the bars are below each other
 * @returns {string} one line that fits in
 */
export function describeJob(job, columns, labelWidth) {
  const barWidth = columns < WIDE_FROM ? BAR_WIDTH.narrow : BAR_WIDTH.wide;
  const done = job.fraction == null ? '' : `${Math.floor(job.fraction * 100)}${say('%', '\u00a0%')}`;
  const head = `${job.label.padEnd(labelWidth)}  ${bar(job.fraction ?? 0, barWidth)} ${done.padStart(5)}  `;
  const words = [job.state, ...job.details];
  const roomFor = (count) => `${head}${words.slice(0, count).join('  ')}`;
  // The last column stays free: some terminals wrap as soon as it is written.
  while (words.length > 1 && roomFor(words.length).length >= columns) words.pop();
  return roomFor(words.length).slice(0, columns - 1);
}

/**
 * One bar per job, redrawn in place on a terminal. Elsewhere (a pipe, a CI log) a plain line whenever a job's
 * state changes and at each quarter.
 */
export class ProgressBoard {
  #stream;
  #labelWidth;
  #said = [];
  #drawn = 0;

  /**
   * @param {number} labelWidth of the longest label there may be
   * @param {NodeJS.WriteStream} [stream]
   */
  constructor(labelWidth, stream = process.stdout) {
    this.#labelWidth = labelWidth;
    this.#stream = stream;
  }

  /** @param {JobProgress[]} jobs the same ones in the same order each time */
  show(jobs) {
    if (this.#stream.isTTY) this.#draw(jobs);
    else for (const [index, job] of jobs.entries()) this.#sayOnce(index, job);
  }

  #sayOnce(index, job) {
    const key = `${job.state} ${Math.floor((job.fraction ?? 0) / PLAIN_STEP)}`;
    if (this.#said[index] === key) return;
    this.#said[index] = key;
    this.#stream.write(`${describeJob(job, WIDE_FROM, this.#labelWidth)}\n`);
  }

  /** One write, each line overwritten and its rest cleared: nothing is ever blank in between. */
  #draw(jobs) {
    const columns = this.#stream.columns || 80;
    const lines = jobs.map((job) => `${describeJob(job, columns, this.#labelWidth)}\x1b[K\n`);
    const up = this.#drawn > 0 ? `\x1b[${this.#drawn}A` : '';
    this.#stream.write(up + lines.join(''));
    this.#drawn = lines.length;
  }
}
