import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { inTerminalLanguage } from '../../city/terminal-language';
import { plants } from '.';
import { buildPlant } from './build-plant';
import type { Plant } from './plant';

const root = join(__dirname, '../../..');

const HELP = inTerminalLanguage(
  `npm run chaos:planted [-- OPTIONS]

Plants one bug after the other into a copy of the build, and runs the chaos test: it must find each within 60 faults.

  --plants <names>  ${plants.map(({ name }) => name).join(', ')} (all)
  --seeds <n,n>     seeds of the chaos (1,2,3)
  --runs <n>        faults within which each must be caught (60)
  --out <file>      results; plants that are already in it are not tried again (.data/planted.json)
  --help

Exit codes: 0 all caught, 1 one was not, 2 bad options.`,
  `npm run chaos:planted [-- OPTIONS]

Met une erreur après l’autre dans une copie de la compilation, et lance l’épreuve du chaos : elle doit trouver chacune en
60 pannes.

  --plants <noms>   ${plants.map(({ name }) => name).join(', ')} (toutes)
  --seeds <n,n>     graines du chaos (1,2,3)
  --runs <n>        pannes au bout desquelles chaque erreur doit être trouvée (60)
  --out <fichier>   résultats ; les erreurs qui y sont déjà ne sont pas essayées de nouveau (.data/planted.json)
  --help

Codes de sortie : 0 toutes trouvées, 1 une ne l’est pas, 2 mauvaises options.`,
);

/** After each this many faults everything is checked, so that the run ends soon after the bug has shown. */
const REST_AFTER = '20';

interface Result {
  readonly plant: string;
  readonly seed: number;
  readonly database: string;
  readonly caught: boolean;
  /** The largest possible number of faults until then. */
  readonly faults: number;
  readonly seconds: number;
  readonly violations: readonly string[];
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        plants: { type: 'string' },
        seeds: { type: 'string', default: '1,2,3' },
        runs: { type: 'string', default: '60' },
        out: { type: 'string', default: join(root, '.data/planted.json') },
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

function choose(names: string | undefined): readonly Plant[] {
  if (names === undefined) return plants;
  return names
    .split(',')
    .map((name) => plants.find((plant) => plant.name === name) ?? refuse(`No such plant: ${name}.`));
}

/** Runs the same test as `npm run chaos`, on this build. */
async function wreak(
  dist: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const files = [join(root, 'scripts/lib/typescript.cjs'), join(root, 'test/chaos/main.ts')];
  const child = spawn(process.execPath, ['-r', ...files, ...args, '--dist', dist], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  process.removeListener('exit', stop);
  return { code, output };
}

async function hunt(plant: Plant, seed: number, runs: string): Promise<Result> {
  const { name, database = seed % 2 === 0 ? 'sqlite' : 'postgres' } = plant;
  const project = buildPlant(plant);
  const began = performance.now();
  try {
    const args = ['--runs', runs, '--seed', String(seed), '--database', database, '--rest-after', REST_AFTER];
    const { code, output } = await wreak(project.dist, args);
    const violations = [...output.matchAll(/^VIOLATION: (.+)$/gm)].map(([, text]) => text ?? '');
    const faults = Number([...output.matchAll(/ (\d+) faults, /g)].at(-1)?.[1] ?? 0);
    const caught = code === 1 && violations.some((violation) => plant.caughtBy.test(violation));
    if (!caught) process.stdout.write(output);
    const seconds = Math.round((performance.now() - began) / 1000);
    return { plant: name, seed, database, caught, faults, seconds, violations: violations.slice(0, 10) };
  } finally {
    project.remove();
  }
}

const readResults = (file: string): Result[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result[]) : [];

async function main(): Promise<number> {
  const { plants: names, seeds, runs, out, help } = readOptions();
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const results = readResults(out);
  const isKnown = (plant: Plant, seed: number) =>
    results.some((result) => result.plant === plant.name && result.seed === seed);
  mkdirSync(dirname(out), { recursive: true });
  for (const seed of seeds.split(',').map(Number)) {
    for (const plant of choose(names).filter((each) => !isKnown(each, seed))) {
      const result = await hunt(plant, seed, runs);
      results.push(result);
      writeFileSync(out, `${JSON.stringify(results, null, 1)}\n`);
      const { caught, faults, seconds, violations, database } = result;
      const verdict = caught ? `caught within ${faults} faults` : 'NOT CAUGHT';
      const where = `${plant.name}, seed ${seed}, ${database}`;
      process.stdout.write(`${where}: ${verdict}, ${seconds} s: ${violations[0] ?? 'no violation'}\n`);
    }
  }
  return results.every(({ caught }) => caught) ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
