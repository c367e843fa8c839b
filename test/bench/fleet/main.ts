import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Foundations } from '../../city/foundations';
import { inTerminalLanguage } from '../../city/terminal-language';
import { type Figure, isReached, tableOf } from './figures';
import { live } from './live';
import { rebuild } from './rebuild';
import { start } from './start';

const HELP = inTerminalLanguage(
  `npm run bench:fleet [-- OPTIONS]

Measures a city's server, real processes on loopback (one server on PostgreSQL, Redis and Mosquitto):
  live     1 000 machines in 50 labs report each second, an event a second in each lab, 20 requests a second to the API;
           the service on one core, the load on the other; server memory at 10, 100 and 1 000 machines
  rebuild  100 000 queued jobs: from an emptied Redis until every lab's queue has been looked at again
  start    from "the bed is clear" to the first line on a waiting machine, everything on one host
Prints a table; the last line of stdout is the same as one JSON object. Nothing else should be at work on this computer.

  --only <names>   of live, rebuild, start; several with commas
  --quick          some seconds in all: shows that it works, measures little
  --help

Exit codes: 0 measured and all reached, 1 something missed or failed, 2 bad options.`,
  `npm run bench:fleet [-- OPTIONS]

Mesure le serveur d’une ville, avec de vrais processus sur cet ordinateur (un serveur sur PostgreSQL, Redis et Mosquitto) :
  live     1 000 machines dans 50 labs parlent chaque seconde, un événement par seconde dans chaque lab, 20 requêtes par
           seconde à l’API ; le service sur un cœur, la charge sur l’autre ; mémoire à 10, 100 et 1 000 machines
  rebuild  100 000 travaux en attente : depuis un Redis vidé jusqu’à ce que la file de chaque lab soit revue
  start    de « le plateau est libre » à la première ligne sur une machine qui attend, tout sur un ordinateur
Affiche un tableau ; la dernière ligne de la sortie est la même chose en un objet JSON. Cet ordinateur ne devrait rien
faire d’autre.

  --only <noms>   parmi live, rebuild, start ; plusieurs avec des virgules
  --quick         quelques secondes : montre que cela marche, mesure peu
  --help

Codes de sortie : 0 mesuré et tout est atteint, 1 un but manqué ou un échec, 2 mauvaises options.`,
);

const SCENARIOS = ['live', 'rebuild', 'start'] as const;
type Scenario = (typeof SCENARIOS)[number];
/** The service, and the programs that it needs, under the load. */
const SERVICE_CORE = '0';
const LOAD_CORE = '1';

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n\n${HELP}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', default: SCENARIOS.join(',') },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const say = (text: string) => void process.stderr.write(`${text}\n`);

/**
 * The service and the load each have a core, if there are two cores and Linux's `taskset`; otherwise both use any core.
 */
function separate(): readonly string[] {
  const pinned =
    cpus().length > 1 && spawnSync('taskset', ['-acp', LOAD_CORE, String(process.pid)]).status === 0;
  if (!pinned) say('service and load share their cores: there is no taskset, or one core');
  return pinned ? ['taskset', '-c', SERVICE_CORE] : [];
}

async function measure(
  scenario: Scenario,
  quick: boolean,
  foundations: Foundations,
  directory: string,
): Promise<Figure[]> {
  say(`${scenario} …`);
  if (scenario === 'rebuild')
    return rebuild(foundations, quick ? { labs: 5, jobs: 1000 } : { labs: 50, jobs: 100_000 });
  if (scenario === 'start') return start(foundations, directory, quick ? 5 : 200);
  return live(foundations, {
    ...(quick
      ? { stages: [10, 40], seconds: 3, settleSeconds: 2 }
      : { stages: [10, 100, 1000], seconds: 60, settleSeconds: 15 }),
    machinesOfLab: 20,
  });
}

/** Measures these scenarios in a city of their own. */
async function inOneCity(scenarios: readonly Scenario[], quick: boolean): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-fleet-'));
  // From the machine to the server, everything runs on all cores of this host.
  const wrap = scenarios.includes('start') ? [] : separate();
  const foundations = await Foundations.lay({ directory, say, servers: 1, wrap, logLevel: 'warn' });
  const figures: Figure[] = [];
  try {
    for (const scenario of scenarios)
      figures.push(...(await measure(scenario, quick, foundations, directory)));
    return figures;
  } finally {
    for (const actor of foundations.actors.reverse()) await actor.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { only, quick, help } = readOptions();
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const chosen = only.split(',') as Scenario[];
  const unknown = chosen.filter((name) => !SCENARIOS.includes(name));
  if (unknown.length > 0) refuse(`No such scenario: ${unknown.join(', ')}.`);
  // A measurement is not disturbed by an earlier one; what only shows that it works does not start the city again.
  const cities = quick ? [chosen] : chosen.map((scenario) => [scenario]);
  const figures: Figure[] = [];
  for (const scenarios of cities) figures.push(...(await inOneCity(scenarios, quick)));
  process.stdout.write(`${tableOf(figures)}\n${JSON.stringify({ quick, figures })}\n`);
  return figures.every(isReached) ? 0 : 1;
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
