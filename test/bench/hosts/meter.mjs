/** Counts from the first line after the warm-up, so that a host's start and its compiler are not counted. */
export class Meter {
  #from = null;

  /** @param {number} warmup lines before the count begins */
  constructor(warmup) {
    this.warmup = warmup;
  }

  get begun() {
    return this.#from !== null;
  }

  /** @param {number} lines acknowledged so far, at least the warm-up's */
  begin(lines) {
    this.#from = { lines, at: process.hrtime.bigint(), cpu: process.cpuUsage() };
  }

  /** Prints what one run of a host says of itself. @param {number} lines acknowledged in all */
  print(lines, more = {}) {
    const { user, system } = process.cpuUsage(this.#from.cpu);
    const seconds = Number(process.hrtime.bigint() - this.#from.at) / 1e9;
    const measured = { lines: lines - this.#from.lines, seconds, cpuSeconds: (user + system) / 1e6 };
    process.stdout.write(`${JSON.stringify({ ...measured, ...more })}\n`);
  }
}
