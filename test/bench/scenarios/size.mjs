import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Responder } from '../lib/responder.mjs';
import { fileOfBytes } from '../lib/workload.mjs';

const MEGABYTE = 1e6;
const LOOK_EVERY_MS = 100;

/** The most memory that a process has had so far, in MB: the kernel's own maximum, from wait4. */
function peakMegabytes(pid) {
  const [, kibibytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return (Number(kibibytes) * 1024) / MEGABYTE;
}

/** Lets the command stream for a while, then cancels it as Ctrl-C does. */
async function watch(command, seconds) {
  let peak = 0;
  const ended = new Promise((resolve) => command.once('exit', resolve));
  for (let waited = 0; waited < seconds * 1000 && command.exitCode === null; waited += LOOK_EVERY_MS) {
    peak = Math.max(peak, peakMegabytes(command.pid));
    await pause(LOOK_EVERY_MS);
  }
  command.kill('SIGINT');
  await ended;
  return peak;
}

/** `pandafab stream` with a file of 500 MB: its memory, and the time until it begins. */
export async function size(bench) {
  bench.say(`${bench.scenario}: pandafab stream`);
  const file = fileOfBytes(bench.scratch, (bench.quick ? 50 : 500) * MEGABYTE);
  const responder = await Responder.start(bench.responder, []);
  const begun = process.hrtime.bigint();
  const main = join(bench.build, 'apps/cli/src/main.js');
  const args = [main, 'stream', file, '--port', responder.ports[0], '--profile', 'marlin-2', '--json'];
  const command = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  const peak = await watch(command, bench.quick ? 3 : 30);
  const [{ firstNs, accepted }] = (await responder.report()).ports;
  const toFirst = accepted > 0 ? (firstNs - Number(begun)) / 1e9 : Number.POSITIVE_INFINITY;
  return {
    rows: [],
    figures: [
      { name: 'lines streamed before it was cancelled', value: accepted },
      { name: 'peak RSS, MB', value: peak, most: 160 },
      { name: 'start of the command to first line, s', value: toFirst, most: 1 },
    ],
  };
}
