import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { GcodeAnalyser } from '@pandafab/gcode';

const GCODE = join(__dirname, '../../../fixtures/gcode');
const TAIL_BYTES = 64 * 1024;

function secondsOf(bytes: Buffer): number {
  const analyser = new GcodeAnalyser(bytes.subarray(-TAIL_BYTES));
  analyser.push(bytes);
  const { slicerEstimate, timeSeconds } = analyser.end();
  return slicerEstimate.seconds ?? timeSeconds;
}

/** Print times of the sliced files that the tests have, in seconds. */
export function realPrintTimes(): number[] {
  const names = readdirSync(GCODE, { recursive: true, encoding: 'utf8' }).sort();
  const contents = names.flatMap((name) => {
    const path = join(GCODE, name);
    if (name.endsWith('.gcode')) return [readFileSync(path)];
    return name.endsWith('.br') ? [brotliDecompressSync(readFileSync(path))] : [];
  });
  return contents.map(secondsOf).filter((seconds) => seconds > 0);
}
