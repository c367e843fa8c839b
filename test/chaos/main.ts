import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '@pandafab/machine-sim';
import { type ChaosResult, wreakHavoc } from './chaos';
import { FAULTS } from './faults';

const HELP = `npm run chaos [-- OPTIONS]

Prints in a city of real processes (two servers on PostgreSQL, Redis and Mosquitto, three agents, nine virtual machines
on pseudo-terminals) while they are killed, frozen, cut off and unplugged at random, and judges what came of it: no job
lost, none printed twice, no print on an uncleared bed, the ledger as the machines saw it, no heater left on.

  --runs <n>       faults to be made (25)
  --seed <n>       which faults, in which order; what they meet depends on the moment (1)
  --only <kinds>   of ${Object.keys(FAULTS).join(', ')}; several with commas
  --keep           keep the directory with all logs also when all is well
  --help

Exit codes: 0 no violation, 1 violations (the logs are kept), 2 bad options.`;

function readOptions() {
  try {
    return parseArgs({
      options: {
        runs: { type: 'string', default: '25' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string', default: Object.keys(FAULTS).join(',') },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n\n${HELP}\n`);
  process.exit(2);
}

const wholeNumber = (name: string, text: string): number =>
  /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : refuse(`--${name} takes a whole number above 0.`);

function readKinds(only: string): string[] {
  const kinds = only.split(',');
  const unknown = kinds.filter((kind) => !(kind in FAULTS));
  return unknown.length === 0 ? kinds : refuse(`No such fault: ${unknown.join(', ')}.`);
}

const summary = ({ runs, faults, jobs, prints, violations }: ChaosResult, seed: number): string => {
  const kinds = Object.entries(faults).map(([kind, count]) => `${kind} ${count}`);
  return `${runs} runs (${kinds.join(', ')}), ${jobs} jobs, ${prints} prints, ${violations.length} violations, seed ${seed}`;
};

async function main(): Promise<number> {
  const { runs, seed, only, keep, help } = readOptions();
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const number = wholeNumber('seed', seed);
  const kinds = readKinds(only);
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-chaos-'));
  const began = performance.now();
  const say = (text: string) =>
    void process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}\n`);
  const options = { runs: wholeNumber('runs', runs), seed: number, kinds, directory, say };
  const result = await wreakHavoc(options, seededRandom(number));
  for (const violation of result.violations) process.stdout.write(`VIOLATION: ${violation}\n`);
  const isWell = result.violations.length === 0;
  if (isWell && !keep) rmSync(directory, { recursive: true, force: true });
  else process.stdout.write(`Logs: ${directory}/logs\n`);
  process.stdout.write(`${summary(result, number)}\n`);
  return isWell ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
process.setMaxListeners(50);
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
