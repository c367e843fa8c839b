import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, Stop } from '../../scripts/lib/exit.mjs';
import { say } from '../../scripts/lib/language.mjs';
import { ensureSetup } from '../../scripts/lib/setup.mjs';
import { findPrintcore } from './lib/printrun.mjs';
import { isReached, machine, tables } from './lib/report.mjs';
import { compileResponder } from './lib/responder.mjs';
import { root } from './lib/workload.mjs';
import { latency, wire } from './scenarios/boards.mjs';
import { fifty } from './scenarios/fleet.mjs';
import { size } from './scenarios/size.mjs';
import { eightInFlight, fourInFlight, oneInFlight } from './scenarios/windows.mjs';

const SCENARIOS = {
  one: oneInFlight,
  four: fourInFlight,
  eight: eightInFlight,
  latency,
  wire,
  fifty,
  size,
};
const COMPARES_WITH_PRINTCORE = ['one', 'eight'];

const HELP = say(
  `npm run bench:stream [-- OPTIONS]

Measures how fast and how cheaply PandaFab streams, against a responder in C on a pseudo-terminal, compared with a bare
serialport loop, a bare tty loop and Printrun's printcore. CPU is the host process's own. The figures are ratios
of runs made in turn and medians over the rounds; still, this computer should have no other load.
Prints a table; the last line of stdout is the same as one JSON object. Needs Linux and a C compiler.

  --only <names>   of ${Object.keys(SCENARIOS).join(', ')}; several with commas
  --rounds <n>     runs of each host (3)
  --quick          some seconds in all: shows that it works, measures little; one round
  --build <folder> measures a build made elsewhere instead of dist/
  --help`,
  `npm run bench:stream [-- OPTIONS]

Mesure à quelle vitesse et à quel coût PandaFab envoie le G-code, face à un répondeur en C sur un pseudo-terminal, à côté
d’une simple boucle serialport, d’une simple boucle tty et de printcore (Printrun). Le processeur est celui du seul
programme qui envoie. Les chiffres sont des rapports entre passages alternés et des médianes ; cet ordinateur ne devrait
rien faire d’autre. Affiche un tableau ; la dernière ligne de la sortie est la même chose en un objet JSON. Demande Linux
et un compilateur C.

  --only <noms>     parmi ${Object.keys(SCENARIOS).join(', ')} ; plusieurs avec des virgules
  --rounds <n>      passages de chaque programme (3)
  --quick           quelques secondes : montre que cela marche, mesure peu ; un passage
  --build <dossier> mesure une compilation faite ailleurs que dans dist/
  --help`,
);

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    build: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function chosenScenarios() {
  const names = values.only?.split(',') ?? Object.keys(SCENARIOS);
  const unknown = names.filter((name) => !(name in SCENARIOS));
  if (unknown.length === 0) return names;
  throw new Stop(`No such scenario: ${unknown.join(', ')}. There are: ${Object.keys(SCENARIOS).join(', ')}.`);
}

function chosenRounds() {
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Stop(`--rounds takes a whole number above 0, not ${values.rounds}.`);
}

async function prepare(scratch, names) {
  if (!values.build) await ensureSetup('build');
  const responder = join(scratch, 'responder');
  await compileResponder(responder);
  const compares = names.some((name) => COMPARES_WITH_PRINTCORE.includes(name));
  const python = compares ? await findPrintcore(!values.quick) : null;
  if (compares && !python)
    process.stderr.write('printcore is skipped: Debian’s package printrun-common is not installed.\n');
  return {
    ...{ scratch, responder, python, quick: values.quick, rounds: chosenRounds() },
    build: values.build ? resolve(values.build) : join(root, 'dist'),
    say: (text) => process.stderr.write(`${text}\n`),
  };
}

async function measure(scratch) {
  const names = chosenScenarios();
  const bench = await prepare(scratch, names);
  const loadBefore = loadavg()[0];
  /** @type {Record<string, { rows: any[], figures: any[] }>} */
  const results = {};
  for (const scenario of names) results[scenario] = await SCENARIOS[scenario]({ ...bench, scenario });
  process.stdout.write(`${tables(results)}\n\n`);
  const figures = names.flatMap((scenario) =>
    results[scenario].figures.map((figure) => ({ scenario, ...figure, reached: isReached(figure) })),
  );
  const rows = names.flatMap((scenario) => results[scenario].rows.map((row) => ({ scenario, ...row })));
  const { quick, rounds } = bench;
  process.stdout.write(
    `${JSON.stringify({ machine: machine(), loadBefore, quick, rounds, rows, figures })}\n`,
  );
}

await main(async () => {
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'pandafab-bench-'));
  try {
    await measure(scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
