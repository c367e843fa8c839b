import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CityDatabase, Foundations } from '../../city/foundations';
import { inTerminalLanguage } from '../../city/terminal-language';
import type { Figure } from '../fleet/figures';
import { runParts } from '../run-parts';
import { openDirect } from './direct';
import { measureSearch } from './measure';
import { invitePeople } from './people';
import { seed } from './seed';

const HELP = inTerminalLanguage(
  `npm run bench:search [-- OPTIONS]

Measures the search over everything, with 100 000 rows in each table that it searches (one server, real processes on
loopback; everything shares this computer), on SQLite and on PostgreSQL:
  search   GET /search, from the request to the answer, for each kind of query and each kind of person
  lists    the same words in the lists of jobs, members, groups and organisations, asked at the same time: the way
           without the search; the other lists cannot be searched
Prints a table; the last line of stdout is the same as one JSON object. Nothing else should be at work on this computer.

  --only <name>   sqlite or postgres
  --quick         few rows and queries: shows that it works, measures little
  --help

Exit codes: 0 measured and all reached, 1 something missed or failed, 2 bad options.`,
  `npm run bench:search [-- OPTIONS]

Mesure la recherche sur tout, avec 100 000 lignes dans chaque table qu’elle parcourt (un serveur, de vrais processus sur
cet ordinateur, qui partagent tout), sur SQLite et sur PostgreSQL :
  search   GET /search, de la requête à la réponse, pour chaque genre de requête et chaque genre de personne
  lists    les mêmes mots dans les listes de travaux, membres, groupes et organisations, demandées en même temps : ce
           qu’on ferait sans la recherche ; dans les autres listes, on ne peut pas chercher
Affiche un tableau ; la dernière ligne de la sortie est la même chose en un objet JSON. Cet ordinateur ne devrait rien
faire d’autre.

  --only <nom>    sqlite ou postgres
  --quick         peu de lignes et de requêtes : montre que cela marche, mesure peu
  --help

Codes de sortie : 0 mesuré et tout est atteint, 1 un but manqué ou un échec, 2 mauvaises options.`,
);

const say = (text: string) => void process.stderr.write(`${text}\n`);

async function measure(database: CityDatabase, quick: boolean): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-search-'));
  const foundations = await Foundations.lay({ directory, say, servers: 1, database, logLevel: 'warn' });
  try {
    const size = quick ? { rows: 500, rounds: 1 } : { rows: 100_000, rounds: 20 };
    const direct = await openDirect(foundations, database);
    say(`${database}: ${size.rows} rows in each table …`);
    const seeded = await seed(direct, size.rows);
    await direct.end();
    const people = await invitePeople(foundations, seeded);
    return await measureSearch(people, { database, ...size });
  } finally {
    for (const actor of foundations.actors.reverse()) await actor.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

runParts({
  help: HELP,
  parts: {
    sqlite: (quick) => measure('sqlite', quick),
    postgres: (quick) => measure('postgres', quick),
  },
});
