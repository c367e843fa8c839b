import { parseArgs } from 'node:util';
import { main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { installLines } from './lib/packages.mjs';
import { findProgram, PROGRAMS } from './lib/programs.mjs';
import { ensureSetup, planSetup, programsFor } from './lib/setup.mjs';

const HELP = say(
  `npm run setup [-- --tests] [--plan [--json]]

Prepares this computer: system programs, npm packages, build. Does only what is missing,
and lists it first. The other commands do this by themselves.

  --tests   also the programs that the tests need (Mosquitto, PostgreSQL, Chromium, qpdf, curl)
  --plan    only lists what is missing, changes nothing
  --json    with --plan: one JSON object

Exit codes: 0 ready, 1 the build failed, 2 something must be installed by hand (the lines are printed).`,
  `npm run setup [-- --tests] [--plan [--json]]

Prépare cet ordinateur : programmes du système, paquets npm, compilation. Ne fait que ce qui
manque, et l’annonce d’abord. Les autres commandes le font d’elles-mêmes.

  --tests   aussi ce que demandent les tests (Mosquitto, PostgreSQL, Chromium, qpdf, curl)
  --plan    dit seulement ce qui manque, ne change rien
  --json    avec --plan : un objet JSON

Codes de sortie : 0 prêt, 1 la compilation a échoué, 2 il faut installer quelque chose (les lignes sont affichées).`,
);

const { values } = parseArgs({
  options: {
    tests: { type: 'boolean' },
    plan: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

/** Every program that the purpose uses, where it was found and which lines install it. */
function describePrograms(names) {
  return names.map((name) => ({
    name,
    commands: PROGRAMS[name].commands,
    path: findProgram(name) ?? null,
    install: installLines([name]),
  }));
}

async function showPlan(names) {
  const plan = await planSetup(names);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...plan, programs: describePrograms(names) })}\n`);
    return;
  }
  const shown = [
    `Node ${plan.node.version}`,
    ...describePrograms(names).map(({ name, path }) => `${name}: ${path ?? say('missing', 'manquant')}`),
    `node_modules: ${plan.dependenciesStale ? say('to be installed', 'à installer') : say('current', 'à jour')}`,
    `dist: ${plan.buildStale ? say('to be built', 'à compiler') : say('current', 'à jour')}`,
  ];
  process.stdout.write(`${shown.join('\n')}\n`);
}

await main(async () => {
  const purpose = values.tests ? 'test' : 'demo';
  if (values.help) process.stdout.write(`${HELP}\n`);
  else if (values.plan) await showPlan(programsFor(purpose));
  else {
    await ensureSetup(purpose);
    process.stdout.write(say('This computer is ready.\n', 'Cet ordinateur est prêt.\n'));
  }
});
