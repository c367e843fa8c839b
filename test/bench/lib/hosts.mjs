import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AGENT_FLAGS } from '../../../scripts/lib/agent.mjs';
import { Stop } from '../../../scripts/lib/exit.mjs';
import { Responder } from './responder.mjs';
import { fileOfCommands } from './workload.mjs';

const folder = fileURLToPath(new URL('../hosts/', import.meta.url));
const script = (name) => [process.execPath, [join(folder, name)]];

/** How each host is started; printcore's interpreter is found at run time. */
const COMMANDS = {
  pandafab: () => [process.execPath, [...AGENT_FLAGS, join(folder, 'pandafab.mjs')]],
  'bare tty': () => script('bare-tty.mjs'),
  'bare tty, gathered': () => script('bare-tty.mjs'),
  'bare serialport': () => script('bare-serialport.mjs'),
  printcore: ({ python }) => [python, [join(folder, 'printcore_host.py')]],
};

function outputOf(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => (output[name] += chunk));
    child.once('close', () => resolve(output));
  });
}

/** A run counts only if the machine accepted every line once, in order, with its checksum. */
function demandAll(host, report, { lines, warmup }, measured) {
  const enough = host === 'printcore' ? warmup : lines;
  const short = report.ports.some(({ accepted }) => accepted < enough || accepted > lines);
  const complaints = measured.complaints ?? [];
  if (!short && complaints.length === 0) return;
  throw new Stop(`${host} did not deliver its file: ${JSON.stringify({ complaints, report })}`);
}

/**
 * @typedef {object} HostRun
 * @property {string} host key of COMMANDS
 * @property {number} lines commands of the file, for each port
 * @property {number} warmup lines that are not counted, for each port
 * @property {number} window lines in flight
 * @property {string[]} responder options of responder.c
 */

/**
 * One host streams one file to a responder of its own.
 * @param {{ scratch: string, responder: string, build: string, python: string | null }} bench
 * @param {HostRun} job
 * @returns {Promise<object>} the host's own measurements, rates, and the responder's `report`
 */
export async function runHost(bench, job) {
  const { host, lines, warmup, window } = job;
  const responder = await Responder.start(bench.responder, job.responder);
  try {
    const { ports } = responder;
    const config = {
      ...{ ports, window, lines, warmup: warmup * ports.length, build: bench.build, baudRate: 115_200 },
      file: fileOfCommands(bench.scratch, lines),
      checkpoints: join(bench.scratch, 'checkpoints.bin'),
      gathered: host.endsWith('gathered'),
    };
    const [command, args] = COMMANDS[host](bench);
    const { stdout, stderr } = await outputOf(command, [...args, JSON.stringify(config)]);
    const last = stdout.trim().split('\n').at(-1);
    if (!last) throw new Stop(`${host} ended without a result.\n${stderr}`);
    const measured = JSON.parse(last);
    const report = await responder.report();
    demandAll(host, report, job, measured);
    const { lines: counted, seconds, cpuSeconds } = measured;
    const rates = {
      linesPerSecond: counted / seconds,
      cpuMicrosPerLine: (cpuSeconds / counted) * 1e6,
      coreShare: cpuSeconds / seconds,
    };
    return { ...measured, ...rates, report };
  } finally {
    responder.kill();
  }
}
