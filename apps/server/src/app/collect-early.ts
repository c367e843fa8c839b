import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow over what is in use, in percent, before old garbage is collected. */
const GROWTH = 40;

/**
 * V8 lets the heap of a busy process grow to four times what is in use before it collects old garbage: half a gigabyte
 * more while a long export is written. Earlier collections cost no measurable time here, and keep a small computer
 * usable. Measured in docs/benchmarks.md, Money.
 */
export function collectEarly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
