import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CityDatabase, Foundations } from '../../city/foundations';
import { inTerminalLanguage } from '../../city/terminal-language';
import type { Figure } from '../fleet/figures';
import { runParts } from '../run-parts';
import { measureYardstick } from '../yardstick';
import { measurePolling } from './polling';
import { measureAbort, measureLarge, measureSlow } from './upload';

const HELP = inTerminalLanguage(
  `npm run bench:slicers [-- OPTIONS]

Measures what slicers ask of one server (real processes on loopback; everything shares this computer):
  sqlite, postgres   fifty Cura clients that poll every two seconds: the server's processor time
  upload             a file of 1 GiB: how much more memory the server has; and one that breaks off
  slow               a file at 2 kB a second for ten minutes
Prints a table; the last line of stdout is the same as one JSON object. Needs Linux, and 4 GB of free disk.

  --only <name>   one of these
  --quick         seconds in all: shows that it works, measures little
  --help

Exit codes: 0 measured and all reached, 1 something missed or failed, 2 bad options.`,
  `npm run bench:slicers [-- OPTIONS]

Mesure ce que les trancheurs demandent à un serveur (de vrais processus sur cet ordinateur, qui partagent tout) :
  sqlite, postgres   cinquante Cura qui interrogent toutes les deux secondes : temps de processeur du serveur
  upload             un fichier de 1 Gio : combien de mémoire le serveur prend en plus ; et un envoi qui se rompt
  slow               un fichier à 2 ko par seconde pendant dix minutes
Affiche un tableau ; la dernière ligne de la sortie est la même chose en un objet JSON. Demande Linux et 4 Go libres.

  --only <nom>    un seul de ces noms
  --quick         quelques secondes : montre que cela marche, mesure peu
  --help

Codes de sortie : 0 mesuré et tout est atteint, 1 un but manqué ou un échec, 2 mauvaises options.`,
);

const MEBIBYTE = 1_048_576;
const say = (text: string) => void process.stderr.write(`${text}\n`);

async function on(
  database: CityDatabase,
  measure: (foundations: Foundations) => Promise<Figure[]>,
): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-slicers-'));
  const settings = { PANDAFAB_MAX_UPLOAD_MB: '1100' };
  const foundations = await Foundations.lay({
    directory,
    say,
    servers: 1,
    database,
    settings,
    logLevel: 'warn',
  });
  try {
    return await measure(foundations);
  } finally {
    for (const actor of foundations.actors.reverse()) await actor.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const polling = (database: CityDatabase) => async (quick: boolean) => [
  ...measureYardstick(),
  ...(await on(database, (foundations) =>
    measurePolling(foundations, database, quick ? { clients: 5, seconds: 6 } : { clients: 50, seconds: 60 }),
  )),
];

runParts({
  help: HELP,
  parts: {
    sqlite: polling('sqlite'),
    postgres: polling('postgres'),
    upload: (quick) =>
      on('sqlite', async (foundations) => [
        ...(await measureLarge(foundations, (quick ? 16 : 1_024) * MEBIBYTE)),
        ...(await measureAbort(foundations, (quick ? 4 : 64) * MEBIBYTE)),
      ]),
    slow: (quick) => on('sqlite', (foundations) => measureSlow(foundations, quick ? 5 : 600)),
  },
});
