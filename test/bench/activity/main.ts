import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CityDatabase, Foundations } from '../../city/foundations';
import { inTerminalLanguage } from '../../city/terminal-language';
import type { Figure } from '../fleet/figures';
import { runParts } from '../run-parts';
import { measureYardstick } from '../yardstick';
import { fillCity } from './city';
import { measureDashboard } from './dashboard';
import { daysAt } from './days';
import { measureReports } from './report';

const HELP = inTerminalLanguage(
  `npm run bench:activity [-- OPTIONS]

Measures the report of a half-year and the dashboard, for a city with 200 000 visits, 20 000 attendances and 50 000
usage records a year (one server, real processes on loopback; everything shares this computer), on SQLite and on
PostgreSQL, each beside a yardstick: the time of a fixed loop.
  report     the report of the last half-year, begun, opened, and as PDF: time, and what the server's process grows by
  dashboard  200 requests for the period that runs, of the network and of each lab in turn
Prints a table; the last line of stdout is the same as one JSON object. Nothing else should be at work on this computer.

  --only <name>   sqlite or postgres
  --quick         a small city and few requests: shows that it works, measures little
  --help

Exit codes: 0 measured and all reached, 1 something missed or failed, 2 bad options.`,
  `npm run bench:activity [-- OPTIONS]

Mesure le bilan d’un semestre et le tableau de bord, pour une ville avec 200 000 entrées, 20 000 participations et
50 000 utilisations de machines par an (un serveur, de vrais processus sur cet ordinateur, qui partagent tout), sur
SQLite et sur PostgreSQL, à côté d’un étalon : la durée d’une boucle fixe.
  report     le bilan du dernier semestre, commencé, ouvert et en PDF : sa durée, et la mémoire que prend le serveur
  dashboard  200 demandes pour la période en cours, du réseau et de chaque lab à tour de rôle
Affiche un tableau ; la dernière ligne de la sortie est la même chose en un objet JSON. Cet ordinateur ne devrait rien
faire d’autre.

  --only <nom>    sqlite ou postgres
  --quick         une petite ville et peu de demandes : montre que cela marche, mesure peu
  --help

Codes de sortie : 0 mesuré et tout est atteint, 1 un but manqué ou un échec, 2 mauvaises options.`,
);

const say = (text: string) => void process.stderr.write(`${text}\n`);

async function measure(database: CityDatabase, quick: boolean): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-activity-'));
  const foundations = await Foundations.lay({ directory, say, servers: 1, database, logLevel: 'warn' });
  try {
    const days = daysAt(Date.now());
    say(`${database}: a city from ${days.from} to ${days.today} …`);
    const filled = await fillCity(foundations, database, { ...days, size: quick ? 'small' : 'huge' });
    const { visits, attendances, usage } = filled;
    say(`${database}: ${visits} visits, ${attendances} attendances, ${usage} usage records …`);
    const of = { database, isWhole: !quick };
    const reports = await measureReports(foundations, filled, { ...of, period: days.period });
    const dashboard = await measureDashboard(foundations, filled, { ...of, requests: quick ? 10 : 200 });
    return [...measureYardstick(), ...reports, ...dashboard];
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
