import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CityDatabase } from '../city/foundations';
import { inTerminalLanguage } from '../city/terminal-language';
import type { ChaosResult } from './chaos';
import { FAULTS, kindsFor } from './faults';

const HELP = inTerminalLanguage(
  `npm run chaos [-- OPTIONS]

Prints in a city of real processes (servers on PostgreSQL or SQLite, Redis and Mosquitto, three agents, nine virtual
machines on pseudo-terminals) while they are killed, frozen, cut off, unplugged and without room at random, and judges
the result: no job lost, none printed twice, no print on an uncleared bed, every order obeyed, the ledger as the
machines saw it, invoices without a gap, no heater left on.

  --runs <n>       number of faults (25)
  --seed <n>       which faults, in which order; their effect depends on the moment (1)
  --database <db>  postgres or sqlite (postgres)
  --servers <n>    server processes: 1 to 3 (2 on PostgreSQL; 1 on SQLite, as where nothing is set)
  --rest-after <n> faults after which everything is repaired and judged (50)
  --only <kinds>   of ${Object.keys(FAULTS).join(', ')}; several with commas
  --dist <folder>  a build in a different folder from dist/
  --keep           keep the directory with all logs also without a violation
  --help

Exit codes: 0 no violation, 1 violations (the logs are kept), 2 bad options.`,
  `npm run chaos [-- OPTIONS]

Imprime dans une ville de vrais processus (serveurs sur PostgreSQL ou SQLite, Redis et Mosquitto, trois agents, neuf
machines virtuelles sur des pseudo-terminaux) pendant qu’on les tue, les gèle, les coupe, les débranche et remplit leurs
disques au hasard, puis juge le résultat : aucun travail perdu, aucun imprimé deux fois, aucune impression sur un plateau
occupé, chaque ordre obéi, les mouvements de filament tels que les machines les ont vus, des factures sans trou dans leur
suite, aucune chauffe laissée allumée.

  --runs <n>       nombre de pannes (25)
  --seed <n>       quelles pannes, dans quel ordre ; leur effet dépend du moment (1)
  --database <db>  postgres ou sqlite (postgres)
  --servers <n>    processus serveurs : 1 à 3 (2 sur PostgreSQL ; 1 sur SQLite, comme sans réglage)
  --rest-after <n> pannes après lesquelles tout est réparé et jugé (50)
  --only <genres>  parmi ${Object.keys(FAULTS).join(', ')} ; plusieurs avec des virgules
  --dist <dossier> une compilation ailleurs que dans dist/
  --keep           garde le dossier avec tous les journaux même sans faute
  --help

Codes de sortie : 0 aucune faute, 1 des fautes (les journaux sont gardés), 2 mauvaises options.`,
);

const SERVERS = { postgres: '2', sqlite: '1' } as const;

function readOptions() {
  try {
    return parseArgs({
      options: {
        runs: { type: 'string', default: '25' },
        seed: { type: 'string', default: '1' },
        database: { type: 'string', default: 'postgres' },
        servers: { type: 'string' },
        'rest-after': { type: 'string', default: '50' },
        only: { type: 'string' },
        dist: { type: 'string' },
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

const readDatabase = (name: string): CityDatabase =>
  name === 'postgres' || name === 'sqlite' ? name : refuse('--database takes postgres or sqlite.');

function readServers(text: string): number {
  const servers = wholeNumber('servers', text);
  return servers <= 3 ? servers : refuse('--servers takes 1, 2 or 3.');
}

function readKinds(only: string | undefined, database: CityDatabase): string[] {
  const known = kindsFor(database);
  const kinds = only?.split(',') ?? known;
  const unknown = kinds.filter((kind) => !known.includes(kind));
  return unknown.length === 0 ? kinds : refuse(`No such fault: ${unknown.join(', ')}.`);
}

const summary = ({ runs, faults, jobs, prints, invoices, violations }: ChaosResult, seed: number): string => {
  const kinds = Object.entries(faults).map(([kind, count]) => `${kind} ${count}`);
  const made = `${jobs} jobs, ${prints} prints, ${invoices} invoices`;
  return `${runs} runs (${kinds.join(', ')}), ${made}, ${violations.length} violations, seed ${seed}`;
};

async function main(): Promise<number> {
  const { runs, seed, only, keep, help, dist, ...rest } = readOptions();
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const number = wholeNumber('seed', seed);
  const database = readDatabase(rest.database);
  const kinds = readKinds(only, database);
  const servers = readServers(rest.servers ?? SERVERS[database]);
  const faultsARound = wholeNumber('rest-after', rest['rest-after']);
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-chaos-'));
  const began = performance.now();
  const say = (text: string) =>
    void process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}\n`);
  const options = {
    ...{ runs: wholeNumber('runs', runs), seed: number, kinds, database, servers, faultsARound },
    ...{ directory, say, ...(dist && { dist: resolve(dist) }) },
  };
  // Loaded here: a refused option is told at once.
  const { wreakHavoc } = require('./chaos') as typeof import('./chaos');
  const result = await wreakHavoc(options);
  for (const violation of result.violations) process.stdout.write(`VIOLATION: ${violation}\n`);
  const isWell = result.violations.length === 0;
  if (isWell && !keep) rmSync(directory, { recursive: true, force: true });
  else process.stdout.write(`Logs: ${directory}/logs\n`);
  process.stdout.write(`${summary(result, number)}\n`);
  return isWell ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
process.setMaxListeners(60);
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
