import { join, relative } from 'node:path';
import { root } from './root.mjs';

/**
 * What a launcher starts for a program of ours, given Node's own flags, the program's file in dist/ and its arguments.
 * @typedef {(words: string[]) => { command: string, args: string[], cwd?: string }} NodeProgram
 */

/** @type {NodeProgram} as it was built */
export const asBuilt = (args) => ({ command: process.execPath, args });

/**
 * In one word, not as `--require FILE`: the analysis of a file runs in a child process that takes over the words of this
 * form. Relative to the checkout, as all that is said to a shell here: a path may hold spaces.
 */
const LOADER = '--require=./scripts/lib/from-sources.cjs';

/** @type {NodeProgram} from its sources, without a build */
const fromSources = (args) => ({ command: process.execPath, args: [LOADER, ...args], cwd: root });

const fromRoot = (word) => (word.startsWith(root) ? relative(root, word) : word);

/**
 * From its sources, and started again when one of them changes.
 * @param {string[]} folders of the checkout
 * @param {string} signal that ends it
 * @param {string[]} flags Node's own
 * @param {string[]} args
 */
const watched = (folders, signal, flags, args) => ({
  command: process.execPath,
  args: [
    join(root, 'node_modules/nodemon/bin/nodemon.js'),
    ...['--quiet', '--no-stdin', '--no-colours', '--signal', signal, '--delay', '100ms'],
    ...folders.flatMap((folder) => ['--watch', folder]),
    ...['--ext', 'ts,json', '--ignore', '*.spec.ts'],
    ...['--exec', [`"${process.execPath}"`, LOADER, ...flags, ...args.map(fromRoot)].join(' ')],
  ],
  cwd: root,
});

/**
 * How each of the network's programs is run.
 * @typedef {{ server: NodeProgram, agent: NodeProgram, machine: NodeProgram }} NodePrograms
 */

/** @type {NodePrograms} */
export const BUILT = { server: asBuilt, agent: asBuilt, machine: asBuilt };

const FIRST_INSPECTOR = 9229;

/**
 * For work on the code. The server is killed outright, which it is made for: closing its connections politely may take
 * seconds. An agent gets the time to end its prints.
 * @param {{ inspect?: boolean }} [options] `inspect`: a debugger can attach, to each on the next port
 * @returns {NodePrograms}
 */
export function developmentPrograms({ inspect = false } = {}) {
  let port = FIRST_INSPECTOR;
  const flags = () => (inspect ? [`--inspect=127.0.0.1:${port++}`] : []);
  const folders = (app) => [app, 'libs', 'firmware-profiles'];
  return {
    server: (args) => watched(folders('apps/server/src'), 'SIGKILL', flags(), args),
    agent: (args) => watched(folders('apps/agent/src'), 'SIGTERM', flags(), args),
    machine: fromSources,
  };
}
