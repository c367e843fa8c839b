import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * @typedef {object} Program
 * @property {string[]} commands any one of them is enough, the first found is used
 * @property {string[]} [folders] where else to look than on PATH; one `*` stands for any folder name
 * @property {string[]} apt packages of Debian and Ubuntu
 * @property {string[]} dnf packages of Fedora
 * @property {string[]} brew packages of macOS; none where Apple's command-line tools bring it
 * @property {string[]} [services] system services that the Debian packages would start
 */

/** The system programs that PandaFab uses in addition to Node. @type {Record<string, Program>} */
export const PROGRAMS = {
  redis: {
    commands: ['redis-server', 'valkey-server'],
    apt: ['redis-server'],
    dnf: ['valkey'],
    brew: ['redis'],
    services: ['redis-server'],
  },
  socat: { commands: ['socat'], apt: ['socat'], dnf: ['socat'], brew: ['socat'] },
  mosquitto: {
    commands: ['mosquitto'],
    // Debian keeps it in a folder that is on root's PATH only.
    folders: ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin'],
    apt: ['mosquitto'],
    dnf: ['mosquitto'],
    brew: ['mosquitto'],
    services: ['mosquitto'],
  },
  postgresql: {
    commands: ['initdb'],
    // Debian puts only psql and its wrappers on PATH.
    folders: ['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/*/bin', '/usr/local/opt/*/bin'],
    apt: ['postgresql'],
    dnf: ['postgresql-server'],
    brew: ['postgresql@17'],
    services: ['postgresql'],
  },
  chromium: {
    // The first one is Chromium without the parts that draw a window: the same pages cost a quarter less.
    commands: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
    apt: ['chromium-headless-shell'],
    dnf: ['chromium'],
    brew: ['--cask chromium'],
  },
  curl: { commands: ['curl'], apt: ['curl'], dnf: ['curl'], brew: ['curl'] },
  qpdf: { commands: ['qpdf'], apt: ['qpdf'], dnf: ['qpdf'], brew: ['qpdf'] },
  compiler: { commands: ['c++', 'g++', 'clang++'], apt: ['g++'], dnf: ['gcc-c++'], brew: [] },
  make: { commands: ['make', 'gmake'], apt: ['make'], dnf: ['make'], brew: [] },
  python3: { commands: ['python3'], apt: ['python3'], dnf: ['python3'], brew: [] },
};

/** What compiles a native npm module. */
export const TOOLCHAIN = ['compiler', 'make', 'python3'];

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const subfolders = (folder) => {
  try {
    return readdirSync(folder).sort((a, b) => b.localeCompare(a, undefined, { numeric: true }));
  } catch {
    return [];
  }
};

/** A pattern with one `*` -> the real folders, newest version first. */
const expand = (pattern) => {
  const [before, after] = pattern.split('*');
  return after === undefined ? [pattern] : subfolders(before).map((name) => join(before, name, after));
};

/**
 * Looks for a command on PATH, then in other folders.
 * @param {string} command
 * @param {string[]} [folders]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} its absolute path
 */
export function findCommand(command, folders = [], env = process.env) {
  const places = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...folders.flatMap(expand)];
  return places.map((place) => join(place, command)).find(isExecutable);
}

/**
 * @param {keyof typeof PROGRAMS} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} absolute path of the program
 */
export function findProgram(name, env = process.env) {
  const { commands, folders } = PROGRAMS[name];
  return commands.map((command) => findCommand(command, folders, env)).find(Boolean);
}

/**
 * Folders of those programs, to be added to PATH for the processes that use them by name.
 * @param {string[]} names
 * @returns {string[]}
 */
export const programFolders = (names) =>
  names.flatMap((name) => {
    const path = findProgram(name);
    return path ? [dirname(path)] : [];
  });
