import { parseArgs } from 'node:util';
import { openNetwork } from './demo/network.mjs';
import { runPrints } from './demo/prints.mjs';
import { verify } from './demo/proof.mjs';
import { DemoState } from './demo/state.mjs';
import { summarise } from './demo/summary.mjs';
import { roleWord } from './demo/words.mjs';
import { EXIT, main, Stop } from './lib/exit.mjs';
import { decimal, say } from './lib/language.mjs';
import { Launcher } from './lib/processes.mjs';
import { duration } from './lib/progress.mjs';
import { dataDirectory } from './lib/root.mjs';
import { ensureSetup } from './lib/setup.mjs';

const DEFAULT_SPEED = 120;

const HELP = say(
  `npm run demo [-- --once] [-- --speed N]

Sets up what lacks, then shows the whole chain on a network of its own: two labs, three virtual machines (serial line,
TCP, MQTT), a resident's free print and a client's invoiced one. Keeps serving until Ctrl-C. Nothing of it touches the
real service's data.

  --once      end after the summary: 0 only if all of it really happened
  --speed N   how many times faster than life the machines are (${DEFAULT_SPEED})
  --help

  PANDAFAB_DATA_DIR   where the demonstration is kept (.data/demo)
  PORT                web pages and HTTP API (3000, else any free one)

Exit codes: 0 ended as asked, 1 something did not happen, 2 something must be installed by hand (the lines are printed).`,
  `npm run demo [-- --once] [-- --speed N]

Prépare ce qui manque, puis montre toute la chaîne sur un réseau à part : deux labs, trois machines virtuelles (liaison
série, TCP, MQTT), l’impression gratuite d’un résident et celle, facturée, d’un client. Reste en service jusqu’à Ctrl-C.
Rien n’y touche aux données du vrai service.

  --once      s’arrêter après le bilan : 0 seulement si tout a vraiment eu lieu
  --speed N   combien de fois plus vite que nature vont les machines (${DEFAULT_SPEED})
  --help

  PANDAFAB_DATA_DIR   où la démonstration est gardée (.data/demo)
  PORT                pages web et API HTTP (3000, sinon un port libre)

Codes de sortie : 0 arrêté sur demande, 1 quelque chose n’a pas eu lieu, 2 il faut installer quelque chose (les lignes sont affichées).`,
);

const { values } = parseArgs({
  options: { help: { type: 'boolean' }, once: { type: 'boolean' }, speed: { type: 'string' } },
});

const tell = (line) => process.stdout.write(`${line}\n`);

/** The wall is where a person sees the machines work: the lab's manager may also press its buttons. */
function tellWhereToWatch({ url, people: { sacha } }) {
  if (values.once) return;
  tell(say('Watch it on the wall, and press its buttons:', 'À suivre sur le mur, boutons compris :'));
  tell(`  ${url}  ${sacha.email}  ${sacha.password}`);
}

function tellAccounts({ url, people }, admin) {
  const accounts = [{ ...admin, roles: ['administrator'] }, ...Object.values(people)];
  tell(say('It goes on serving; Ctrl-C ends it.', 'La démonstration reste en service ; Ctrl-C l’arrête.'));
  tell(`  ${say('The wall, once signed in: ', 'Le mur, une fois connecté : ')}${url}`);
  tell(
    `  ${say('API description, once signed in: ', 'Description de l’API, une fois connecté : ')}${url}/api/openapi.json`,
  );
  tell(say('  Accounts, made up for this demonstration:', '  Comptes, inventés pour cette démonstration :'));
  for (const { displayName, email, password, roles } of accounts) {
    const who = `${displayName} (${roles.map(roleWord).join(', ')})`;
    tell(`    ${email.padEnd(21)} ${password.padEnd(14)} ${who}`);
  }
}

/** @returns {Promise<boolean>} whether everything that it claims is so */
async function demonstrate(launcher, directory, speed) {
  const startedAt = performance.now();
  tell(
    say(
      `Two labs, three virtual machines ${decimal(speed, 0)} times faster than life.\nKept in ${directory}`,
      `Deux labs, trois machines virtuelles ${decimal(speed, 0)} fois plus rapides que nature.\nLe tout est gardé dans ${directory}`,
    ),
  );
  const state = new DemoState(directory);
  const network = await openNetwork(launcher, { directory, state, speed });
  tellWhereToWatch(network);
  const result = await runPrints(network, { directory, state, speed });
  tell(summarise(result));
  const checks = verify(result);
  for (const [what, ok] of checks) tell(`  ${ok ? '✓' : '✗'} ${what}`);
  const took = duration((performance.now() - startedAt) / 1000);
  tell(say(`\nFrom the part to the euro in ${took}.\n`, `\nDe la pièce à l’euro en ${took}.\n`));
  if (!values.once) tellAccounts(network, state.values.admin);
  return checks.every(([, ok]) => ok);
}

await main(async () => {
  if (values.help) {
    tell(HELP);
    return EXIT.ok;
  }
  const speed = Number(values.speed ?? DEFAULT_SPEED);
  if (!(speed > 0))
    throw new Stop(say('--speed wants a number above 0.', '--speed demande un nombre supérieur à 0.'));
  await ensureSetup('demo');
  const directory = dataDirectory('.data/demo');
  const launcher = new Launcher({ directory });
  return launcher.supervise(async () => {
    const worked = await demonstrate(launcher, directory, speed);
    if (values.once) return worked ? EXIT.ok : EXIT.failed;
    return undefined;
  });
});
