import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, Stop } from './exit.mjs';
import { say } from './language.mjs';
import { debianPackages, installer, installPrograms, missingPrograms } from './packages.mjs';
import { findProgram, TOOLCHAIN } from './programs.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.pandafab-setup');

const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Native modules are built for one major version of Node on one kind of computer. */
const wantedStamp = () => {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  const host = `node ${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`;
  return `${lock} ${host}\n`;
};

/** True when npm itself already put exactly the locked versions there (a developer ran `npm ci`), and sqlite3 loads. */
async function installedByHand() {
  const hidden = readText(join(root, 'node_modules', '.package-lock.json'));
  if (!hidden) return false;
  const installed = JSON.parse(hidden).packages;
  const locked = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
  const same = ([path, { version, optional, link }]) =>
    path === '' || optional || link || installed[path]?.version === version;
  return locked.every(same) && (await loadsSqlite());
}

const loadsSqlite = async () =>
  (await run(process.execPath, ['-e', "require('sqlite3')"], { capture: true })).code === 0;

/** @returns {Promise<boolean>} true when `npm ci` has nothing to add */
export async function dependenciesAreCurrent() {
  const wanted = wantedStamp();
  if (readText(stampFile) === wanted) return true;
  if (!(await installedByHand())) return false;
  writeFileSync(stampFile, wanted);
  return true;
}

/**
 * Node's own headers, when they are next to the running Node and of exactly its version: node-gyp then
 * needs no download, which matters behind a proxy and offline.
 */
function nativeBuildEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  const header = readText(join(prefix, 'include', 'node', 'node_version.h')) ?? '';
  const part = (name) => header.match(new RegExp(`#define NODE_${name}_VERSION (\\d+)`))?.[1];
  const version = ['MAJOR', 'MINOR', 'PATCH'].map(part).join('.');
  const matches = version === process.versions.node;
  return matches ? { npm_config_nodedir: prefix, ...process.env } : process.env;
}

/** The npm that started this script, else the one on PATH. */
function npm(args, options) {
  const own = process.env.npm_execpath ?? '';
  const env = nativeBuildEnvironment();
  return own.endsWith('.js')
    ? run(process.execPath, [own, ...args], { env, ...options })
    : run('npm', args, { env, ...options });
}

async function mustSucceed(args) {
  const { code } = await npm(args);
  if (code === 0) return;
  const words = `npm ${args.join(' ')}`;
  const message = say(
    `“${words}” failed; its own message is above.\nFix that, then run the same command again.`,
    `« ${words} » a échoué ; son message est ci-dessus.\nCorrigez, puis relancez la même commande.`,
  );
  throw new Stop(message, EXIT.hostNotReady);
}

const missingTools = () => TOOLCHAIN.filter((name) => !findProgram(name));

/** sqlite3's ready-made binary for this host; false where it cannot be fetched. */
async function fetchSqliteBinary() {
  const prebuild = join(root, 'node_modules', 'prebuild-install', 'bin.js');
  const cwd = join(root, 'node_modules', 'sqlite3');
  return (await run(process.execPath, [prebuild, '-r', 'napi'], { cwd, capture: true })).code === 0;
}

/** On a host without compiler the ready-made binaries are tried first; only where they are missing is a compiler required. */
async function installWithoutToolchain() {
  await mustSucceed(['ci', '--ignore-scripts']);
  // Our own script, the only one of ours among those that were skipped.
  await run(process.execPath, [join(root, 'scripts', 'install-hooks.mjs')]);
  if (await fetchSqliteBinary()) return;
  const missing = missingTools();
  const asRoot = await installer();
  const why = say(
    'The database driver sqlite3 has no ready-made binary here and must be compiled.',
    'Le pilote de base de données sqlite3 n’a pas de binaire tout prêt ici : il faut le compiler.',
  );
  if (!asRoot) throw missingPrograms(missing, { why });
  process.stderr.write(`${why}\n  apt-get install ${debianPackages(missing).join(' ')}\n`);
  await installPrograms(missing, asRoot);
  await mustSucceed(['rebuild', 'sqlite3']);
}

/**
 * Installs into node_modules what package-lock.json says.
 * @throws {Stop} exit code 2 when npm fails or a compiler is needed and cannot be installed
 */
export async function installDependencies() {
  if (missingTools().length === 0) await mustSucceed(['ci']);
  else await installWithoutToolchain();
  writeFileSync(stampFile, wantedStamp());
}
