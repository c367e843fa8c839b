import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXIT, Stop } from './exit.mjs';
import { say } from './language.mjs';
import { findCommand, PROGRAMS } from './programs.mjs';
import { run } from './run.mjs';

const packagesOf = (names, system) => [...new Set(names.flatMap((name) => PROGRAMS[name][system]))];

/**
 * The exact lines that install those programs, one per system.
 * @param {string[]} names keys of PROGRAMS
 * @returns {{ system: string, line: string }[]}
 */
export function installLines(names) {
  const brew = packagesOf(names, 'brew');
  const apple = names.some((name) => PROGRAMS[name].brew.length === 0) ? ['xcode-select --install'] : [];
  const macos = [...apple, ...(brew.length > 0 ? [`brew install ${brew.join(' ')}`] : [])].join(' && ');
  return [
    {
      system: 'Debian, Ubuntu',
      line: `sudo apt-get update && sudo apt-get install ${packagesOf(names, 'apt').join(' ')}`,
    },
    { system: 'Fedora', line: `sudo dnf install ${packagesOf(names, 'dnf').join(' ')}` },
    { system: 'macOS', line: macos },
  ];
}

const commandNames = (names) =>
  names.map((name) => PROGRAMS[name].commands.join(say(' or ', ' ou '))).join(', ');

/**
 * Says what is missing and what to type, with exit code 2.
 * @param {string[]} names keys of PROGRAMS
 * @param {{ why?: string, purpose?: string }} [context] `why` is said first; `purpose` is what the command is for
 * @returns {Stop}
 */
export function missingPrograms(names, { why, purpose } = {}) {
  const lines = installLines(names).map(({ system, line }) => `  ${`${system}:`.padEnd(16)} ${line}`);
  const missing = say('Not found on this host: ', 'Introuvable sur cette machine : ');
  const cure = say(
    'Install what is missing, then run the same command again:',
    'Installez ce qui manque, puis relancez la même commande :',
  );
  const replaceable = names.includes('redis') && ['start', 'demo', 'dev'].includes(purpose ?? '');
  const redis = replaceable
    ? [
        say(
          'Or set REDIS_URL to a Redis that already runs.',
          'Ou indiquez dans REDIS_URL un Redis déjà en marche.',
        ),
      ]
    : [];
  const message = [...(why ? [why] : []), `${missing}${commandNames(names)}.`, cure, ...lines, ...redis];
  return new Stop(message.join('\n'), EXIT.hostNotReady);
}

const isDebian = () => {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

/**
 * How packages can be installed here without a password.
 * @returns {Promise<string[] | undefined>} words to put before the command (`sudo -n`), or undefined when they cannot
 */
export async function installer() {
  if (!isDebian() || !findCommand('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  if (!findCommand('sudo')) return undefined;
  const { code } = await run('sudo', ['-n', 'true'], { capture: true });
  return code === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {string[]} names keys of PROGRAMS @returns {string[]} the Debian packages */
export const debianPackages = (names) => packagesOf(names, 'apt');

/**
 * Installs the Debian packages of those programs.
 * @param {string[]} names keys of PROGRAMS
 * @param {string[]} asRoot from `installer`
 * @throws {Stop} exit code 2, with the end of apt's output and the lines to type
 */
export async function installPrograms(names, asRoot) {
  const script = fileURLToPath(new URL('apt-install.sh', import.meta.url));
  const services = names.flatMap((name) => PROGRAMS[name].services ?? []);
  const words = [...asRoot, '/bin/sh', script, debianPackages(names).join(' '), services.join(' ')];
  const { code, output } = await run(words[0], words.slice(1), { capture: true });
  if (code === 0) return;
  const tail = output.trimEnd().split('\n').slice(-5).join('\n');
  throw missingPrograms(names, { why: say(`apt-get failed:\n${tail}`, `apt-get a échoué :\n${tail}`) });
}
