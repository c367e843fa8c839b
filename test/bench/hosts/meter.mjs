/** Counts from the first line after the warm-up, so that a host's start and its compiler are not counted. */
export class Meter {
  /** @type {{ lines: number, at: bigint, cpu: NodeJS.CpuUsage } | null} */
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

  /** Prints the measurements of one run of a host. @param {number} lines acknowledged in all */
  print(lines, more = {}) {
    if (!this.#from) throw new Error('nothing was begun');
    const { lines: before, at, cpu } = this.#from;
    const { user, system } = process.cpuUsage(cpu);
    const seconds = Number(process.hrtime.bigint() - at) / 1e9;
    const measured = { lines: lines - before, seconds, cpuSeconds: (user + system) / 1e6 };
    process.stdout.write(`${JSON.stringify({ ...measured, ...more })}\n`);
  }
}
