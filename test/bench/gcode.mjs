import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, Stop } from '../../scripts/lib/exit.mjs';
import { say } from '../../scripts/lib/language.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { ensureSetup } from '../../scripts/lib/setup.mjs';
import { table } from '../../scripts/lib/table.mjs';
import { gcodeFiles, megabytes } from './lib/gcode-files.mjs';
import { findPrintcore } from './lib/printrun.mjs';
import { isReached, machine } from './lib/report.mjs';
import { median } from './lib/rounds.mjs';
import { root } from './lib/workload.mjs';

const HELP = say(
  `npm run bench:gcode [-- OPTIONS]

Measures how fast PandaFab reads G-code, with everything that its analysis gathers (time model, guard, thumbnails),
compared with a bare scan that only splits words, and Printrun's parser; and how exact filament and time are, compared with
the slicers' own figures. Rates are per second of CPU; readers take turns, ratios are medians over the rounds.
Prints tables; the last line of stdout is the same as one JSON object.

  --files <folder> exactness of the .gcode and .g files there instead of the fixtures'
  --rounds <n>     runs of each reader (5)
  --quick          some seconds in all: shows that it works, measures little; one round, 20 MB
  --build <folder> measures a build made elsewhere instead of dist/
  --help`,
  `npm run bench:gcode [-- OPTIONS]

Mesure à quelle vitesse PandaFab lit le G-code, avec tout ce que son analyse en tire (durées, règles de sécurité,
aperçus), à côté d’une simple lecture qui ne fait que couper les mots, et de l’analyseur de Printrun ; et la justesse du
filament et de la durée, à côté des chiffres des trancheurs. Les débits sont par seconde de processeur ; les lecteurs
passent à tour de rôle, et les rapports sont des médianes. Affiche des tableaux ; la dernière ligne de la sortie est la
même chose en un objet JSON.

  --files <dossier> justesse sur les fichiers .gcode et .g de ce dossier au lieu de ceux des tests
  --rounds <n>      passages de chaque lecteur (5)
  --quick           quelques secondes : montre que cela marche, mesure peu ; un passage, 20 Mo
  --build <dossier> mesure une compilation faite ailleurs que dans dist/
  --help`,
);

const WORKLOAD = 'vase_216k.gcode';
const hosts = new URL('./hosts/', import.meta.url).pathname;

const { values } = parseArgs({
  options: {
    files: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    build: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function chosenRounds() {
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Stop(`--rounds takes a whole number above 0, not ${values.rounds}.`);
}

async function figuresOf(command, args) {
  const { code, output } = await run(command, args, { capture: true });
  if (code !== 0) throw new Stop(`${args[0]} failed:\n${output}`);
  return JSON.parse(output.slice(output.indexOf('{')));
}

const gcodeOf = (build) => createRequire(import.meta.url)(join(build, 'libs/gcode/src/index.js'));

/** One reader over so many megabytes of the workload. */
async function read({ build, path, python }, reader, wantedMb) {
  const once = megabytes(path);
  const times = reader === 'printrun' ? 1 : Math.max(1, Math.round(wantedMb / once));
  const figures =
    reader === 'printrun'
      ? await figuresOf(python, [join(hosts, 'printrun_gcoder.py'), path])
      : await figuresOf(process.execPath, [
          ...gcodeOf(build).READER_FLAGS,
          join(hosts, 'gcode-reader.mjs'),
          ...[reader, build, path, String(times)],
        ]);
  const mb = once * times;
  return {
    reader,
    mb,
    ...figures,
    mbPerSecond: mb / figures.seconds,
    mbPerCpuSecond: mb / figures.cpuSeconds,
  };
}

async function speed(bench) {
  const readers = ['bare', 'full', ...(bench.python ? ['printrun'] : [])];
  const wantedMb = values.quick ? 20 : 100;
  const rounds = [];
  for (let round = 0; round < chosenRounds(); round++) {
    const runs = {};
    for (const reader of readers) {
      process.stderr.write(`${reader}, round ${round + 1}\n`);
      runs[reader] = await read(bench, reader, wantedMb);
    }
    process.stderr.write(`full, five times as much, round ${round + 1}\n`);
    runs.five = { ...(await read(bench, 'full', wantedMb * 5)), reader: 'full, five times as much' };
    rounds.push(runs);
  }
  return rounds;
}

function rowsOf(rounds) {
  return Object.keys(rounds[0]).map((name) => {
    const middle = (key) => median(rounds.map((runs) => runs[name][key]));
    return {
      reader: rounds[0][name].reader,
      mb: rounds[0][name].mb,
      mbPerSecond: middle('mbPerSecond'),
      mbPerCpuSecond: middle('mbPerCpuSecond'),
      peakMb: middle('peakMb'),
    };
  });
}

function speedFigures(rounds) {
  const ratio = (key, one, other) => median(rounds.map((runs) => runs[one][key] / runs[other][key]));
  const bytes = rounds[0].five.mb / rounds[0].full.mb;
  return [
    { name: 'MB/s of CPU', value: median(rounds.map(({ full }) => full.mbPerCpuSecond)), least: 80 },
    { name: 'of the bare scan’s', value: ratio('mbPerCpuSecond', 'full', 'bare'), least: 0.35 },
    {
      name: 'of Printrun’s',
      value: rounds[0].printrun ? ratio('mbPerCpuSecond', 'full', 'printrun') : null,
      least: 10,
    },
    { name: 'peak RSS, MB', value: median(rounds.map(({ full }) => full.peakMb)), most: 100 },
    {
      name: 'time of five times as much, by bytes',
      value: ratio('cpuSeconds', 'five', 'full') / bytes,
      most: 1.1,
    },
    { name: 'memory of five times as much', value: ratio('peakMb', 'five', 'full'), most: 1.1 },
  ];
}

const sum = (list) => list.reduce((total, value) => total + value, 0);
const percentOff = (value, wanted) => (wanted ? (value / wanted - 1) * 100 : null);

function exactness(build, paths) {
  const { GcodeAnalyser } = gcodeOf(build);
  return Object.entries(paths).map(([file, path]) => {
    const bytes = readFileSync(path);
    const analyser = new GcodeAnalyser(bytes.subarray(-64 * 1024));
    analyser.push(bytes);
    const { filamentMm, slicerEstimate: slicer, timeSeconds } = analyser.end();
    const slicerMm = slicer.filamentMm && sum(slicer.filamentMm);
    return {
      ...{ file, filamentMm: sum(filamentMm), slicerMm, timeSeconds, slicerSeconds: slicer.seconds },
      filamentPercent: percentOff(sum(filamentMm), slicerMm),
      timePercent: percentOff(timeSeconds, slicer.seconds),
    };
  });
}

function exactnessFigures(files) {
  const worst = (key) => Math.max(...files.map((file) => Math.abs(file[key] ?? 0)));
  return [
    { name: 'filament, worst, % off the slicer’s', value: worst('filamentPercent'), most: 0.02 },
    { name: 'time, worst, % off the slicer’s', value: worst('timePercent'), most: 5 },
  ];
}

const shown = (value, digits) => (value === null ? '–' : value.toFixed(digits));

function print(rows, files, figures) {
  const speedRows = rows.map((row) => [
    row.reader,
    ...[row.mb, row.mbPerSecond, row.mbPerCpuSecond, row.peakMb].map((value) => shown(value, 1)),
  ]);
  const fileRows = files.map((file) => [
    file.file,
    ...[shown(file.filamentMm, 2), shown(file.slicerMm, 2), shown(file.filamentPercent, 4)],
    ...[shown(file.timeSeconds, 0), shown(file.slicerSeconds, 0), shown(file.timePercent, 2)],
  ]);
  const wanted = ({ least, most }) => (least === undefined ? `at most ${most}` : `at least ${least}`);
  const verdict = (figure) => ({ true: 'yes', false: 'NO', null: '' })[String(isReached(figure))];
  const figureRows = figures.map((figure) => [
    ...[figure.name, shown(figure.value, 3), wanted(figure), verdict(figure)],
  ]);
  process.stdout.write(
    `${[
      table(['reader', 'MB read', 'MB/s', 'MB/s of CPU', 'peak RSS, MB'], speedRows),
      table(['file', 'mm', 'slicer', '% off', 's', 'slicer', '% off'], fileRows),
      table(['figure', 'measured', 'wanted', 'reached'], figureRows),
    ].join('\n\n')}\n\n`,
  );
}

async function measure(scratch) {
  if (!values.build) await ensureSetup('build');
  const build = values.build ? resolve(values.build) : join(root, 'dist');
  const paths = gcodeFiles(scratch);
  const python = await findPrintcore(!values.quick);
  const loadBefore = loadavg()[0];
  const rounds = await speed({ build, python, path: paths[WORKLOAD] });
  const files = exactness(build, values.files ? gcodeFiles(scratch, resolve(values.files)) : paths);
  const rows = rowsOf(rounds);
  const figures = [...speedFigures(rounds), ...exactnessFigures(files)];
  print(rows, files, figures);
  const reached = figures.map((figure) => ({ ...figure, reached: isReached(figure) }));
  process.stdout.write(
    `${JSON.stringify({ machine: machine(), loadBefore, quick: values.quick, rows, files, figures: reached })}\n`,
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
