import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CityDatabase, Foundations } from '../../city/foundations';
import { inTerminalLanguage } from '../../city/terminal-language';
import type { Figure } from '../fleet/figures';
import { runParts } from '../run-parts';
import { openDirect } from '../search/direct';
import { measureYardstick } from '../yardstick';
import { measureAccounts } from './accounts';
import { fillBooks } from './books';
import { fillEntries, measureFec } from './fec';
import { measureIssues } from './issue';
import { measureList } from './list';
import { measureMatch } from './match';
import { makeOrders } from './orders';
import { measurePaper } from './paper';
import { measureRules } from './rules';
import { SAMPLE } from './sample';
import { measureVerify } from './verify';

const HELP = inTerminalLanguage(
  `npm run bench:money [-- OPTIONS]

Measures quotes, invoices and credit notes (one server, real processes on loopback; everything shares this computer):
  rules    the rules of amounts for an invoice of five lines, alone
  bank     5 000 bank lines matched with 20 000 open documents
  paper    processor time of PDF and XML of an invoice of five lines
  issue    500 issues at once over 50 client orders, each repeated after its answer: no gap, no double, dates in order
  accounts 100 members submit three prints each at once, with money for one: no account below its limit
  verify   pandafab-server verify over 100 000 links, with its memory
  list     GET /documents with 50 000 documents, in the ways staff ask
  fec      the accountant's file of 200 000 entries
The last five on SQLite and on PostgreSQL, each beside a yardstick: the time of a fixed loop. Prints a table; the last
line of stdout is the same as one JSON object.
Nothing else should be at work on this computer.

  --only <name>   sqlite, postgres, or alone: rules, bank and paper only
  --quick         few documents and rounds: shows that it works, measures little
  --help

Exit codes: 0 measured and all reached, 1 something missed or failed, 2 bad options.`,
  `npm run bench:money [-- OPTIONS]

Mesure devis, factures et avoirs (un serveur, de vrais processus sur cet ordinateur, qui partagent tout) :
  rules    les règles de calcul pour une facture de cinq lignes, seules
  bank     5 000 lignes de banque rapprochées de 20 000 documents ouverts
  paper    temps de processeur du PDF et du XML d’une facture de cinq lignes
  issue    500 émissions à la fois sur 50 prestations, chacune répétée après sa réponse : numéros sans trou ni doublon,
           dates en ordre
  accounts 100 membres déposent trois impressions à la fois, avec l’argent d’une : aucun compte sous sa limite
  verify   pandafab-server verify sur 100 000 maillons, avec sa mémoire
  list     GET /documents avec 50 000 documents, comme le personnel les demande
  fec      le fichier de l’expert-comptable, avec 200 000 écritures
Les cinq derniers sur SQLite et sur PostgreSQL, à côté d’un étalon : la durée d’une boucle fixe. Affiche un tableau ;
la dernière ligne de la sortie est la même chose en un objet JSON. Cet ordinateur ne devrait rien faire d’autre.

  --only <nom>    sqlite, postgres, ou alone : seulement rules, bank et paper
  --quick         peu de documents et de tours : montre que cela marche, mesure peu
  --help

Codes de sortie : 0 mesuré et tout est atteint, 1 un but manqué ou un échec, 2 mauvaises options.`,
);

const SIZES = {
  whole: {
    ...{ rounds: 200, orders: 50, drafts: 10, documents: 50_000, asks: 40 },
    ...{ entries: 200_000, lines: 5000, members: 100 },
  },
  quick: {
    ...{ rounds: 10, orders: 3, drafts: 4, documents: 500, asks: 3 },
    ...{ entries: 400, lines: 100, members: 5 },
  },
};
type Size = (typeof SIZES)['whole'];
const say = (text: string) => void process.stderr.write(`${text}\n`);

/** Each line has this many open documents beside it. */
const DOCUMENTS_PER_LINE = 4;

async function measureAlone({ rounds, lines }: Size): Promise<Figure[]> {
  const matched = measureMatch(lines, lines * DOCUMENTS_PER_LINE, 3);
  const paper = await measurePaper(SAMPLE, rounds);
  return [...measureYardstick(), ...measureRules(SAMPLE, rounds), ...matched, ...paper];
}

async function measureOn(database: CityDatabase, size: Size): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'pandafab-money-'));
  const foundations = await Foundations.lay({ directory, say, servers: 1, database, logLevel: 'warn' });
  try {
    say(`${database}: ${size.orders * size.drafts} drafts …`);
    const orders = await makeOrders(foundations, size.orders, size.drafts);
    const issued = await measureIssues(foundations, orders, database);
    const accounts = await measureAccounts(foundations, size.members, database);
    const chain = await measureVerify(foundations, database, 0);
    say(`${database}: ${size.documents} documents …`);
    const direct = await openDirect(foundations, database);
    const { sequence } = await fillBooks(direct, foundations, size.documents);
    await direct.end();
    const verified = [...measureYardstick(), ...(await measureVerify(foundations, database, sequence))];
    const listed = await measureList(foundations, database, size.documents, size.asks);
    say(`${database}: ${size.entries} entries …`);
    const books = await openDirect(foundations, database);
    await fillEntries(books, size.entries);
    await books.end();
    const exported = await measureFec(foundations, database, size.entries);
    return [...issued, ...accounts, ...chain, ...verified, ...listed, ...exported];
  } finally {
    for (const actor of foundations.actors.reverse()) await actor.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const sized = (measure: (size: Size) => Promise<Figure[]>) => (quick: boolean) =>
  measure(quick ? SIZES.quick : SIZES.whole);

runParts({
  help: HELP,
  parts: {
    alone: sized(measureAlone),
    sqlite: sized((size) => measureOn('sqlite', size)),
    postgres: sized((size) => measureOn('postgres', size)),
  },
});
