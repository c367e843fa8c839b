import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compressAssets } from './compress.mjs';
import { Stop } from './exit.mjs';
import { say } from './language.mjs';
import { root } from './root.mjs';
import { runInstalled } from './run.mjs';

const stampFile = join(root, 'dist', '.stamp');
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** Specs and the test library are not built, so editing them does not make the build stale. */
const isBuilt = (path) => !path.endsWith('.spec.ts') && !path.startsWith(join('libs', 'testing'));

function sourceFiles() {
  const entries = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  );
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
  return [...settings, ...paths.filter((path) => !path.includes('node_modules')).filter(isBuilt)].sort();
}

/**
 * Contents decide, not dates: a checkout of another branch leaves newer dates on older sources.
 * @returns {string} SHA-256 over the names and contents of everything that the build reads
 */
export function sourceHash() {
  const hash = createHash('sha256');
  for (const path of sourceFiles()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** @returns {boolean} true when dist/ was built from the present sources */
export const buildIsCurrent = () =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === sourceHash();

/**
 * Builds server, agent, command line and web pages into dist/.
 * @throws {Stop} when they do not compile
 */
export async function build() {
  const hash = sourceHash();
  // A test that builds hands NODE_ENV=test on: with it, the pages get the developers' React, a third larger.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = [
    await runInstalled('nest', ['build']),
    await runInstalled('vite', ['build', join(root, 'apps', 'web'), '--logLevel', 'warn'], { env }),
  ];
  if (built.some(({ code }) => code !== 0)) {
    throw new Stop(
      say(
        'The build failed: correct the errors above, then run the same command again.',
        'La compilation a échoué : corrigez les erreurs ci-dessus, puis relancez la même commande.',
      ),
    );
  }
  compressAssets(join(root, 'dist', 'web', 'assets'));
  writeFileSync(stampFile, `${hash}\n`);
}
