import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Foundations } from '../../city/foundations';
import { inTerminalLanguage } from '../../city/terminal-language';
import { type Figure, isReached, tableOf } from '../fleet/figures';
import { wall } from './wall';

const HELP = inTerminalLanguage(
  `npm run bench:wall [-- OPTIONS]

Measures the wall in a real browser, with 200 machines in one lab and 5 000 jobs in its queue (a server on PostgreSQL, Redis
and Mosquitto, real processes on loopback; everything shares this computer):
  paint    from going to the page until every machine is there, the browser's cache empty
  shift    how much the page moves by itself (cumulative layout shift)
  press    from a press or a key until the page shows its effect
  change   from a machine's saying that it is unplugged until its card says so
  real     the same of a real agent's machine whose plug is pulled
Prints a table; the last line of stdout is the same as one JSON object. Nothing else should be at work on this computer.

  --quick   few machines and jobs: shows that it works, measures little
  --help

Exit codes: 0 measured and all reached, 1 something missed or failed, 2 bad options.`,
  `npm run bench:wall [-- OPTIONS]

Mesure la page des machines dans un vrai navigateur, avec 200 machines dans un lab et 5 000 travaux dans sa file (un
serveur sur PostgreSQL, Redis et Mosquitto, de vrais processus ; tout partage cet ordinateur) :
  paint    de l’ouverture de la page jusqu’à ce que chaque machine y soit, le navigateur sans rien en cache
  shift    de combien la page bouge d’elle-même (cumulative layout shift)
  press    d’une pression ou d’une touche jusqu’à ce que la page en montre l’effet
  change   du moment où une machine se dit débranchée jusqu’à ce que sa carte le dise
  real     la même chose avec la machine d’un vrai agent, dont on retire la prise
Affiche un tableau ; la dernière ligne de la sortie est la même chose en un objet JSON. Cet ordinateur ne devrait rien
faire d’autre.

  --quick   peu de machines et de travaux : montre que cela marche, mesure peu
  --help

Codes de sortie : 0 mesuré et tout est atteint, 1 un but manqué ou un échec, 2 mauvaises options.`,
);

const say = (text: string) => void process.stderr.write(`${text}\n`);

function readOptions() {
  try {
    const options = { quick: { type: 'boolean', default: false }, help: { type: 'boolean' } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}\n`);
    return process.exit(2);
  }
}

async function measure(quick: boolean): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-wall-'));
  const foundations = await Foundations.lay({ directory, say, servers: 1, logLevel: 'warn' });
  try {
    const size = quick ? { machines: 5, jobs: 20, rounds: 2 } : { machines: 200, jobs: 5000, rounds: 10 };
    return await wall(foundations, directory, size);
  } finally {
    for (const actor of foundations.actors.reverse()) await actor.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { quick, help } = readOptions();
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const figures = await measure(quick);
  process.stdout.write(`${tableOf(figures)}\n${JSON.stringify({ quick, figures })}\n`);
  return figures.every(isReached) ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
