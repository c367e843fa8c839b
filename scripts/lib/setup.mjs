import { build, buildIsCurrent } from './build.mjs';
import { dependenciesAreCurrent, installDependencies } from './dependencies.mjs';
import { EXIT, Stop } from './exit.mjs';
import { say } from './language.mjs';
import { debianPackages, installer, installPrograms, missingPrograms } from './packages.mjs';
import { findProgram } from './programs.mjs';

const OLDEST_NODE = [20, 19];

/** @param {string} version such as "20.19.4" @returns {boolean} */
export function nodeIsRecentEnough(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * What each command needs on this host. An address given in the environment replaces the embedded service.
 * @param {'build' | 'start' | 'demo' | 'dev' | 'check' | 'test'} purpose
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]} keys of PROGRAMS
 */
export function programsFor(purpose, env = process.env) {
  if (purpose === 'build') return [];
  if (purpose === 'check') return ['postgresql'];
  // Tests stop and freeze their own Redis: a Redis that others use must not be taken.
  if (purpose === 'test') return ['redis', 'socat', 'mosquitto', 'postgresql', 'chromium', 'qpdf', 'curl'];
  const redis = env.REDIS_URL ? [] : ['redis'];
  return purpose === 'start' ? redis : [...redis, 'socat'];
}

/**
 * @typedef {object} SetupPlan
 * @property {{ version: string, recentEnough: boolean }} node
 * @property {string[]} missingPrograms keys of PROGRAMS
 * @property {boolean} dependenciesStale
 * @property {boolean} buildStale
 */

/**
 * What set-up would have to do, without doing it.
 * @param {string[]} programs keys of PROGRAMS
 * @returns {Promise<SetupPlan>}
 */
export async function planSetup(programs) {
  return {
    node: { version: process.versions.node, recentEnough: nodeIsRecentEnough() },
    missingPrograms: programs.filter((name) => !findProgram(name)),
    dependenciesStale: !(await dependenciesAreCurrent()),
    buildStale: !buildIsCurrent(),
  };
}

function refuseOldNode({ version, recentEnough }) {
  if (recentEnough) return;
  const wanted = OLDEST_NODE.join('.');
  throw new Stop(
    say(
      `Node ${version} is too old: PandaFab needs ${wanted} or newer.\nInstall it from https://nodejs.org/en/download, then run the same command again.`,
      `Node ${version} est trop ancien : PandaFab demande ${wanted} ou plus récent.\nInstallez-le depuis https://nodejs.org/fr/download, puis relancez la même commande.`,
    ),
    EXIT.hostNotReady,
  );
}

function announce(plan, needsBuild) {
  const packages = debianPackages(plan.missingPrograms).join(' ');
  const steps = [
    plan.missingPrograms.length > 0 &&
      say(
        `install Debian packages, without their system services: ${packages}`,
        `installer des paquets Debian, sans leurs services système : ${packages}`,
      ),
    plan.dependenciesStale &&
      say(
        'install the npm packages of package-lock.json into node_modules (npm ci)',
        'installer dans node_modules les paquets npm de package-lock.json (npm ci)',
      ),
    plan.buildStale && needsBuild && say('build PandaFab into dist/', 'compiler PandaFab dans dist/'),
  ].filter(Boolean);
  if (steps.length === 0) return;
  process.stderr.write(say('Set-up is going to:\n', 'La mise en place va :\n'));
  for (const step of steps) process.stderr.write(`  - ${step}\n`);
}

/**
 * Makes this host ready for a command: says what it will install, then installs and builds only what is missing.
 * @param {Parameters<typeof programsFor>[0]} purpose
 * @throws {Stop} exit code 2 with the lines to type, when a person has to install something
 */
export async function ensureSetup(purpose) {
  refuseOldNode({ version: process.versions.node, recentEnough: nodeIsRecentEnough() });
  const plan = await planSetup(programsFor(purpose));
  const missing = plan.missingPrograms;
  const asRoot = missing.length > 0 ? await installer() : undefined;
  // Before npm ci: a person who must install something by hand should not wait for minutes before reading so.
  if (missing.length > 0 && !asRoot) throw missingPrograms(missing, { purpose });
  const needsBuild = purpose !== 'dev';
  announce(plan, needsBuild);
  if (asRoot) await installPrograms(missing, asRoot);
  const stillMissing = missing.filter((name) => !findProgram(name));
  if (stillMissing.length > 0) throw missingPrograms(stillMissing, { purpose });
  if (plan.dependenciesStale) await installDependencies();
  if (plan.buildStale && needsBuild) await build();
}
