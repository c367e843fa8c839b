import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawingIsCurrent } from './house/draw.mjs';
import { countRiddles } from './house/plain-words.mjs';
import { auditDependencies } from './lib/audit.mjs';
import { EXIT, main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { describeLicences, licencesFile } from './lib/licences.mjs';
import { clientFile, describeApi, generateClient, openapiFile } from './lib/openapi.mjs';
import { MOST_FIRST_PAGE_BYTES, weighFirstPage } from './lib/page-weight.mjs';
import { programFolders } from './lib/programs.mjs';
import { root } from './lib/root.mjs';
import { run, runInstalled, withPath } from './lib/run.mjs';
import { ensureSetup } from './lib/setup.mjs';

const HELP = say(
  `npm run check [-- --quick]

Checks format and lint (Biome), types (tsc), boundaries between the libs (dependency-cruiser), that openapi.json,
firmware-profiles/schema.json and THIRD-PARTY-LICENCES.md are up to date, that the migrations match the entities on
SQLite and on PostgreSQL, that no code is unused (knip), and that the libraries used in production have no known serious
vulnerability (if the registry answers).

  --quick   only Biome on the staged files, and types: what the commit hook runs`,
  `npm run check [-- --quick]

Vérifie le format et les règles (Biome), les types (tsc), les frontières entre les bibliothèques (dependency-cruiser),
qu’openapi.json, firmware-profiles/schema.json et THIRD-PARTY-LICENCES.md sont à jour, que les migrations correspondent
aux entités sur SQLite et sur PostgreSQL, que rien n’est inutilisé (knip), et que les bibliothèques utilisées en
production n’ont pas de faille grave connue (si le registre répond).

  --quick   seulement Biome sur les fichiers indexés, et les types : ce que fait le crochet de commit`,
);

/** @typedef {{ name: string, passes: () => Promise<boolean> }} Check */

const passes = async (program, args, options) => (await runInstalled(program, args, options)).code === 0;

const types = {
  name: say('types', 'types'),
  passes: async () =>
    (await passes('tsc', ['-p', '.', '--noEmit'])) &&
    (await passes('tsc', ['-p', 'tsconfig.scripts.json', '--noEmit'])) &&
    (await passes('tsc', ['-p', 'apps/web'])),
};

/** @type {Check[]} */
const quickChecks = [
  {
    name: say('format and lint of the staged files', 'format et règles des fichiers indexés'),
    passes: () => passes('biome', ['check', '--staged', '--no-errors-on-unmatched']),
  },
  types,
];

async function openapiIsCurrent() {
  if (!existsSync(join(root, 'apps/server/src/app/openapi.ts'))) {
    process.stdout.write(
      say('The server does not describe its API yet.\n', 'Le serveur ne décrit pas encore son API.\n'),
    );
    return true;
  }
  if (existsSync(openapiFile) && readFileSync(openapiFile, 'utf8') === (await describeApi())) return true;
  process.stderr.write(
    say(
      'openapi.json is not what the server publishes. Run: npm run openapi\n',
      'openapi.json n’est pas ce que le serveur publie. Lancez : npm run openapi\n',
    ),
  );
  return false;
}

async function licencesAreCurrent() {
  if (existsSync(licencesFile) && readFileSync(licencesFile, 'utf8') === describeLicences()) return true;
  process.stderr.write(
    say(
      'THIRD-PARTY-LICENCES.md is not what is shipped. Run: npm run licences\n',
      'THIRD-PARTY-LICENCES.md n’est pas ce qui est livré. Lancez : npm run licences\n',
    ),
  );
  return false;
}

/** Some generated files have their own test; it runs here too, so that a commit can be trusted. */
const passesSpec = (project, spec) =>
  passes('jest', ['--selectProjects', project, '--testPathPatterns', spec, '--silent'], {
    env: withPath(programFolders(['postgresql'])),
  });

function wordsArePlain() {
  const allowed = JSON.parse(readFileSync(join(root, 'scripts/house/words-left.json'), 'utf8'));
  const { tooMany } = countRiddles(root, allowed);
  for (const line of tooMany) process.stderr.write(`${line}\n`);
  return Promise.resolve(tooMany.length === 0);
}

async function drawingIsKept() {
  if (await drawingIsCurrent()) return true;
  process.stderr.write(
    say(
      'The groups of the server are not as docs/architecture.md draws them. Run: npm run house\n',
      'Les groupes du serveur ne sont pas tels que docs/architecture.md les dessine. Lancez : npm run house\n',
    ),
  );
  return false;
}

async function clientIsCurrent() {
  if (readFileSync(clientFile, 'utf8') === (await generateClient())) return true;
  process.stderr.write(
    say(
      'The web app’s API client is not what openapi.json says. Run: npm run openapi\n',
      'Le client d’API de l’application web n’est pas ce que dit openapi.json. Lancez : npm run openapi\n',
    ),
  );
  return false;
}

async function firstPageIsLight() {
  const { bytes, files } = weighFirstPage();
  const kilobytes = (value) => `${(value / 1000).toFixed(1)} kB`;
  if (bytes <= MOST_FIRST_PAGE_BYTES) {
    process.stdout.write(
      say(
        `The first page weighs ${kilobytes(bytes)} compressed.\n`,
        `La première page pèse ${kilobytes(bytes)} compressée.\n`,
      ),
    );
    return true;
  }
  for (const file of files) process.stderr.write(`${kilobytes(file.bytes).padStart(10)}  ${file.name}\n`);
  process.stderr.write(
    say(
      `The first page weighs ${kilobytes(bytes)} compressed; the limit is ${kilobytes(MOST_FIRST_PAGE_BYTES)}.\n`,
      `La première page pèse ${kilobytes(bytes)} compressée, pour un maximum de ${kilobytes(MOST_FIRST_PAGE_BYTES)}.\n`,
    ),
  );
  return false;
}

/** @type {Check[]} */
const allChecks = [
  { name: say('format and lint', 'format et règles'), passes: () => passes('biome', ['check', '.']) },
  types,
  {
    name: say('boundaries', 'frontières'),
    passes: () => passes('depcruise', ['apps', 'libs', 'test']),
  },
  {
    name: say('groups and folders of the server', 'groupes et dossiers du serveur'),
    passes: () =>
      passes('depcruise', ['--config', 'scripts/house/dependency-cruiser.cjs', 'apps/server/src']),
  },
  {
    name: say(
      'entities are written by their own folder',
      'chaque entité est écrite seulement par son dossier',
    ),
    // A process of its own: it needs TypeScript, which a fresh clone has only after set-up.
    passes: async () => (await run(process.execPath, ['scripts/house/check.mjs'])).code === 0,
  },
  { name: 'docs/architecture.md', passes: drawingIsKept },
  { name: say('plain words', 'mots simples'), passes: wordsArePlain },
  { name: say('nothing unused', 'rien d’inutilisé'), passes: () => passes('knip', ['--no-progress']) },
  { name: 'openapi.json', passes: openapiIsCurrent },
  { name: say('the web app’s API client', 'client d’API de l’application web'), passes: clientIsCurrent },
  { name: say('licences of others', 'licences des tiers'), passes: licencesAreCurrent },
  { name: say('weight of the first page', 'poids de la première page'), passes: firstPageIsLight },
  {
    name: say('migrations match the entities', 'migrations conformes aux entités'),
    passes: () => passesSpec('medium', 'test/medium/migrations.spec.ts'),
  },
  {
    name: 'firmware-profiles/schema.json',
    passes: () => passesSpec('unit', 'libs/firmware/'),
  },
  { name: say('dependency audit', 'vérification des dépendances'), passes: () => auditDependencies() },
];

/** Runs all checks, also after a failure: one run shows everything that must be fixed. */
async function runChecks(checks) {
  const failed = [];
  for (const check of checks) {
    const startedAt = performance.now();
    const passed = await check.passes();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(
      `${passed ? say('ok    ', 'bon   ') : say('FAILED', 'ÉCHEC ')} ${check.name} (${seconds} s)\n`,
    );
    if (!passed) failed.push(check.name);
  }
  if (failed.length === 0) return EXIT.ok;
  process.stderr.write(`${say('To be fixed: ', 'À corriger : ')}${failed.join(', ')}\n`);
  return EXIT.failed;
}

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--quick')) return runChecks(quickChecks);
  await ensureSetup('check');
  return runChecks(allChecks);
}, HELP);
