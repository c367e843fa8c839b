import { parseArgs } from 'node:util';
import { createDatabase } from '@pandafab/testing';
import { randomFrom } from '../bench/queue/random';
import { inTerminalLanguage } from '../city/terminal-language';
import { type Check, recount } from './checks';
import { City } from './city';
import { liveYear } from './year';

const HELP = inTerminalLanguage(
  `npm run books [-- OPTIONS]

Simulates a year of a city (clients, orders, deposits, credit notes, payments, refunds, members who pay, closures) with a
real server, then counts every document, account, VAT row, closure and journal again with code that shares nothing with
the service. Runs on SQLite, then on PostgreSQL. The same seed gives the same year.

  --seed <number>   27 if left out
  --every <days>    lives every n-th day: 1, the whole year, if left out
  --only <name>     sqlite or postgres
  --help

Exit codes: 0 everything is right to the cent, 1 something differs or failed, 2 bad options.`,
  `npm run books [-- OPTIONS]

Simule une année d’une ville (clients, prestations, acomptes, avoirs, encaissements, remboursements, membres qui paient,
clôtures) avec un vrai serveur. Recompte ensuite chaque pièce, compte, ligne de TVA, clôture et journal avec un code qui ne
partage rien avec le service. Tourne sur SQLite, puis sur PostgreSQL. La même graine donne la même année.

  --seed <nombre>   27 par défaut
  --every <jours>   ne vit qu’un jour sur n : 1, toute l’année, par défaut
  --only <nom>      sqlite ou postgres
  --help

Codes de sortie : 0 tout est juste au centime, 1 une différence ou un échec, 2 mauvaises options.`,
);

const KINDS = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;
type Name = keyof typeof KINDS;

/** Enough for one person to read; a fault often changes many figures. */
const MOST_SHOWN = 20;

async function run(name: Name, seed: number, every: number): Promise<boolean> {
  const database = await createDatabase(KINDS[name]);
  const city = await City.open(database, { clients: 12, members: 15 });
  try {
    const progress = (day: string) => {
      if (day.endsWith('-01')) process.stderr.write(`${KINDS[name]} ${day.slice(0, 7)} …\n`);
    };
    await liveYear(city, randomFrom(seed), { every, pace: 1, progress });
    const checks = await recount(city);
    print(name, checks);
    return checks.every(({ differences }) => differences.length === 0);
  } finally {
    await city.stop();
    await database.drop();
  }
}

function print(name: Name, checks: readonly Check[]): void {
  process.stdout.write(`${KINDS[name]}\n`);
  for (const { what, compared, differences } of checks) {
    process.stdout.write(
      `  ${what.padEnd(22)} ${String(compared).padStart(7)} ${differences.length === 0 ? 'ok' : 'WRONG'}\n`,
    );
    for (const difference of differences.slice(0, MOST_SHOWN)) process.stdout.write(`    ${difference}\n`);
  }
}

function options() {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      options: { seed: text, every: text, only: text, help: { type: 'boolean' } },
    });
    const [seed, every] = [Number(values.seed ?? 27), Number(values.every ?? 1)];
    const isKnown = values.only === undefined || values.only in KINDS;
    if (!isKnown || !Number.isSafeInteger(seed) || !Number.isInteger(every) || every < 1)
      throw new Error(HELP);
    const names = Object.keys(KINDS).filter((name) => values.only === undefined || name === values.only);
    return { seed, every, names: names as Name[], help: values.help ?? false };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}

async function main(): Promise<number> {
  const { seed, every, names, help } = options();
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  let isRight = true;
  for (const name of names) isRight = (await run(name, seed, every)) && isRight;
  return isRight ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
