import { parseArgs } from 'node:util';
import { tellAccounts, tellTours } from './demo/accounts.mjs';
import { BusyLabs } from './demo/goes-on.mjs';
import { openNetwork } from './demo/network.mjs';
import { runPrints } from './demo/prints.mjs';
import { verify } from './demo/proof.mjs';
import { openSlicer, tellSlicer } from './demo/slicer.mjs';
import { DemoState } from './demo/state.mjs';
import { summarise } from './demo/summary.mjs';
import { EXIT, main, Stop } from './lib/exit.mjs';
import { decimal, say } from './lib/language.mjs';
import { Launcher } from './lib/processes.mjs';
import { duration } from './lib/progress.mjs';
import { dataDirectory } from './lib/root.mjs';
import { ensureSetup } from './lib/setup.mjs';

const DEFAULT_SPEED = 120;

const HELP = say(
  `npm run demo [-- --city] [-- --once] [-- --slicer] [-- --speed N]

Sets up what is missing, then shows the whole chain on a separate network: two labs, three virtual machines (serial line,
TCP, MQTT), a resident's free print and a client's invoiced one. Keeps running until Ctrl-C. It never changes the
real service's data. Two weeks of prints, spools in use, client orders and invoices are there from the start.

  --city      with two years of a city in it: five labs, their people, sessions, visits, projects, prints and orders,
              and a convention with its reports; four labs and five machines are at work
  --once      end after the summary: 0 only if every step really happened
  --slicer    send the first file as a slicer does, through its OctoPrint connection
  --speed N   how many times faster than real ones the machines are (${DEFAULT_SPEED})
  --help

  PANDAFAB_DATA_DIR   where the demonstration is kept (.data/demo; .data/demo-city with --city)
  PORT                web pages and HTTP API (3000, else any free one)

Exit codes: 0 ended on request, 1 a step did not happen, 2 something must be installed by hand (the lines are printed).`,
  `npm run demo [-- --city] [-- --once] [-- --slicer] [-- --speed N]

Prépare ce qui manque, puis montre toute la chaîne sur un réseau à part : deux labs, trois machines virtuelles (liaison
série, TCP, MQTT), l’impression gratuite d’un résident et celle, facturée, d’un client. Reste en service jusqu’à Ctrl-C.
Elle ne modifie jamais les données du vrai service. Deux semaines d’impressions, des bobines entamées, des prestations
et des factures s’y trouvent dès le début.

  --city      avec deux années d’une ville : cinq labs, leurs usagers, séances, entrées, projets, impressions et
              prestations, et une convention avec ses rapports ; quatre labs et cinq machines y travaillent
  --once      s’arrêter après le bilan : 0 seulement si chaque étape a vraiment eu lieu
  --slicer    envoyer le premier fichier comme un trancheur, par sa connexion OctoPrint
  --speed N   de combien les machines sont plus rapides que de vraies machines (${DEFAULT_SPEED})
  --help

  PANDAFAB_DATA_DIR   où la démonstration est gardée (.data/demo ; .data/demo-city avec --city)
  PORT                pages web et API HTTP (3000, sinon un port libre)

Codes de sortie : 0 arrêté sur demande, 1 une étape n’a pas eu lieu, 2 il faut installer quelque chose (les lignes sont affichées).`,
);

const { values } = parseArgs({
  options: {
    ...{
      help: { type: 'boolean' },
      city: { type: 'boolean' },
      once: { type: 'boolean' },
      slicer: { type: 'boolean' },
    },
    speed: { type: 'string' },
  },
});

const tell = (line) => process.stdout.write(`${line}\n`);

/** @returns {Promise<boolean>} whether all checks passed */
async function demonstrate(launcher, directory, speed) {
  const startedAt = performance.now();
  tell(
    say(
      `Labs with virtual machines, ${decimal(speed, 0)} times faster than real ones.\nKept in ${directory}`,
      `Des labs et leurs machines virtuelles, ${decimal(speed, 0)} fois plus rapides que de vraies machines.\nLe tout est gardé dans ${directory}`,
    ),
  );
  const state = new DemoState(directory);
  const network = await openNetwork(launcher, { directory, state, speed, city: values.city ?? false });
  const slicer = await openSlicer(network, state);
  if (!values.once) tellTours(network.url, network.people, state.values.admin);
  const sentBy = values.slicer ? { slicer } : {};
  const result = await runPrints(network, { directory, state, speed, ...sentBy });
  tell(summarise(result));
  const checks = verify(result);
  for (const [what, ok] of checks) tell(`  ${ok ? '✓' : '✗'} ${what}`);
  const took = duration((performance.now() - startedAt) / 1000);
  tell(say(`\nFrom the part to the euro in ${took}.\n`, `\nDe la pièce à l’euro en ${took}.\n`));
  if (!values.once) {
    tell(
      say(
        'The labs go on: more files come in, and the bed of Panda 1 waits for you on the wall. Ctrl-C ends it.',
        'Les labs continuent : d’autres fichiers arrivent, et le plateau de Panda 1 vous attend sur le mur. Ctrl-C arrête tout.',
      ),
    );
    tellAccounts(network.url, network.people, state.values.admin);
    tellSlicer(slicer);
    void new BusyLabs(network, directory).goOn();
  }
  return checks.every(([, ok]) => ok);
}

await main(async () => {
  if (values.help) {
    tell(HELP);
    return EXIT.ok;
  }
  const speed = Number(values.speed ?? DEFAULT_SPEED);
  if (!(speed > 0))
    throw new Stop(say('--speed needs a number greater than 0.', '--speed demande un nombre supérieur à 0.'));
  await ensureSetup('demo');
  const directory = dataDirectory(values.city ? '.data/demo-city' : '.data/demo');
  const launcher = new Launcher({ directory });
  return launcher.supervise(async () => {
    const worked = await demonstrate(launcher, directory, speed);
    if (values.once) return worked ? EXIT.ok : EXIT.failed;
    return undefined;
  });
});
