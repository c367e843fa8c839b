import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditDependencies } from './lib/audit.mjs';
import { EXIT, main } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { clientFile, describeApi, generateClient, openapiFile } from './lib/openapi.mjs';
import { MOST_FIRST_PAGE_BYTES, weighFirstPage } from './lib/page-weight.mjs';
import { programFolders } from './lib/programs.mjs';
import { root } from './lib/root.mjs';
import { runInstalled, withPath } from './lib/run.mjs';
import { ensureSetup } from './lib/setup.mjs';

const HELP = say(
  `npm run check [-- --quick]

Format and lint (Biome), types (tsc), boundaries between the libs (dependency-cruiser), openapi.json
current, migrations match the entities on SQLite and on PostgreSQL, firmware-profiles/schema.json current,
no grave weakness known of the libraries that run in production (where the registry answers).

  --quick   only Biome on the staged files, and types: what the commit hook runs`,
  `npm run check [-- --quick]

Format et règles (Biome), types (tsc), frontières entre les bibliothèques (dependency-cruiser),
openapi.json à jour, migrations conformes aux entités sur SQLite et sur PostgreSQL,
firmware-profiles/schema.json à jour, aucune faille grave connue des bibliothèques qui servent en
production (si le registre répond).

  --quick   seulement Biome sur les fichiers indexés, et les types : ce que fait le crochet de commit`,
);

/** @typedef {{ name: string, passes: () => Promise<boolean> }} Check */

const passes = async (program, args, options) => (await runInstalled(program, args, options)).code === 0;

const types = {
  name: say('types', 'types'),
  passes: async () =>
    (await passes('tsc', ['-p', '.', '--noEmit'])) && (await passes('tsc', ['-p', 'apps/web'])),
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
  if (!existsSync(join(root, 'apps/server/src/openapi.ts'))) {
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

/** Some generated things are checked by a test of their own; it is run here too, so that a commit can be trusted. */
const passesSpec = (project, spec) =>
  passes('jest', ['--selectProjects', project, '--testPathPatterns', spec, '--silent'], {
    env: withPath(programFolders(['postgresql'])),
  });

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
      `The first page weighs ${kilobytes(bytes)} compressed, and may weigh ${kilobytes(MOST_FIRST_PAGE_BYTES)}.\n`,
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
  { name: 'openapi.json', passes: openapiIsCurrent },
  { name: say('the web app’s API client', 'client d’API de l’application web'), passes: clientIsCurrent },
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

/** Runs all of them, also after a failure: one run tells everything that is to be mended. */
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
  process.stderr.write(`${say('To be mended: ', 'À corriger : ')}${failed.join(', ')}\n`);
  return EXIT.failed;
}

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return EXIT.ok;
  }
  if (args.includes('--quick')) return runChecks(quickChecks);
  await ensureSetup('check');
  return runChecks(allChecks);
});
