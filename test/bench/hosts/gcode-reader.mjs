// Reads a file repeatedly, as `full` (our analysis) or `bare` (splits words only), and reports the time and memory used.
import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [mode, build, path, times] = process.argv.slice(2);
const LF = 0x0a;
const SPACE = 0x20;
const SEMICOLON = 0x3b;

/** Finds where the words of each line begin and end, without comments: the least work of any G-code reader. */
class BareScan {
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  words = 0;
  lines = 0;

  push(chunk) {
    const { starts, ends } = this;
    const { length } = chunk;
    let count = 0;
    let begin = -1;
    for (let at = 0; at < length; at++) {
      let byte = chunk[at];
      if (byte > SPACE && byte !== SEMICOLON) {
        if (begin < 0) begin = at;
        continue;
      }
      if (begin >= 0) {
        starts[count & 63] = begin;
        ends[count & 63] = at;
        count++;
        begin = -1;
      }
      if (byte === SEMICOLON) for (; at < length && byte !== LF; ) byte = chunk[++at];
      if (byte === LF) {
        this.lines++;
        this.words += count;
        count = 0;
      }
    }
    this.words += count;
  }

  end() {
    return { lines: this.lines };
  }
}

const built = createRequire(import.meta.url);
const { GcodeAnalyser } = built(join(build, 'libs/gcode/src/index.js'));
// Only this benchmark needs it, so the library does not export it.
const { readThrough } = built(join(build, 'libs/gcode/src/analyse-file.js'));

/** Both read the disk as the analysis does. */
async function read(count) {
  const reader = mode === 'bare' ? new BareScan() : new GcodeAnalyser();
  for (let time = 0; time < count; time++) {
    const file = await open(path);
    await readThrough(file, (chunk) => reader.push(chunk));
    await file.close();
  }
  return reader.end();
}

const cpuBefore = process.cpuUsage();
const before = performance.now();
const { lines } = await read(Number(times));
const seconds = (performance.now() - before) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
process.stdout.write(
  JSON.stringify({
    lines,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
