import { parseArgs } from 'node:util';
import { tellAccounts } from './demo/accounts.mjs';
import { choosePort, openNetwork } from './demo/network.mjs';
import { runPrints } from './demo/prints.mjs';
import { DemoState } from './demo/state.mjs';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { developmentPrograms } from './lib/node-programs.mjs';
import { startPages } from './lib/pages.mjs';
import { Launcher } from './lib/processes.mjs';
import { dataDirectory } from './lib/root.mjs';
import { ensureSetup } from './lib/setup.mjs';
import { freePort } from './lib/wait.mjs';

/** The machines print this many times faster than real ones. */
const SPEED = 120;

const HELP = say(
  `npm run dev [-- --inspect]

For work on the code. Installs what is missing, then runs the demonstration's network from the sources, without a build:
  - the pages, by Vite: a changed page is replaced in the browser
  - the server and the agents: each starts again when one of its files changes
  - three virtual machines, a private Redis, and demonstration data (made at the first start)
Types are not checked here: your editor and \`npm run check\` do that. Ctrl-C ends everything.

  --inspect   a debugger can attach: to the server on port 9229, to the agents on 9230 and 9231

  PANDAFAB_DATA_DIR   where everything is kept; delete that folder to begin again (.data/dev)
  PORT                the pages, with the HTTP API behind them (3000, else any free one)
  REDIS_URL           use this Redis instead of a private one

Exit codes: 0 ended on request, 1 something failed, 2 something must be installed by hand (the lines are printed).`,
  `npm run dev [-- --inspect]

Pour travailler sur le code. Installe ce qui manque, puis fait tourner le réseau de démonstration depuis les sources,
sans compilation :
  - les pages, par Vite : une page modifiée est remplacée dans le navigateur
  - le serveur et les agents : chacun redémarre quand un de ses fichiers change
  - trois machines virtuelles, un Redis privé et les données de démonstration (créées au premier démarrage)
Les types ne sont pas vérifiés ici : votre éditeur et \`npm run check\` le font. Ctrl-C arrête tout.

  --inspect   un débogueur peut s’attacher : au serveur sur le port 9229, aux agents sur 9230 et 9231

  PANDAFAB_DATA_DIR   où tout est gardé ; supprimez ce dossier pour repartir de zéro (.data/dev)
  PORT                les pages, avec l’API HTTP derrière elles (3000, sinon un port libre)
  REDIS_URL           utiliser ce Redis au lieu d’un Redis privé

Codes de sortie : 0 arrêté sur demande, 1 un échec, 2 il faut installer quelque chose (les lignes sont affichées).`,
);

const { values } = parseArgs({ options: { help: { type: 'boolean' }, inspect: { type: 'boolean' } } });

const tell = (line) => process.stdout.write(`${line}\n`);

/** Jobs, runs and an invoice to look at. A server that restarts meanwhile, or has a bug, must not end the rest. */
async function printOnce(network, options) {
  if (options.state.values.jobs) return;
  try {
    await runPrints(network, options);
    tell(say('The first prints are done.', 'Les premières impressions sont terminées.'));
  } catch (error) {
    tell(
      say(
        `The first prints could not be followed to their end: ${error.message}`,
        `Les premières impressions n’ont pas été suivies jusqu’au bout : ${error.message}`,
      ),
    );
  }
}

async function develop(launcher, directory) {
  const state = new DemoState(directory);
  const pagesPort = await choosePort();
  const pagesUrl = `http://localhost:${pagesPort}`;
  const options = { directory, state, speed: SPEED };
  const network = await openNetwork(launcher, {
    ...options,
    port: await freePort(),
    serverEnv: { PUBLIC_URL: pagesUrl },
    programs: developmentPrograms({ inspect: values.inspect }),
    quiet: false,
  });
  await startPages(launcher, { port: pagesPort, serverUrl: network.url });
  tell(
    say(
      `PandaFab runs from its sources: change a file and look. Logs are in ${directory}/logs. Ctrl-C ends it.`,
      `PandaFab tourne depuis ses sources : modifiez un fichier et regardez. Les journaux sont dans ${directory}/logs. Ctrl-C l’arrête.`,
    ),
  );
  tellAccounts(pagesUrl, network.people, state.values.admin);
  await printOnce(network, options);
}

await main(async () => {
  if (values.help) {
    tell(HELP);
    return 0;
  }
  await ensureSetup('dev');
  const directory = dataDirectory('.data/dev');
  const launcher = new Launcher({ directory });
  return launcher.supervise(() => develop(launcher, directory));
});
