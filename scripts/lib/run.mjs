import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './root.mjs';

/** The signals that end us also end our child. @type {NodeJS.Signals[]} */
export const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs one program to its end, from the checkout's folder. Signals sent to this process reach it too.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, capture?: boolean }} [options]
 *   `capture` keeps stdout and stderr together instead of showing them
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when it could not be started
 */
export function run(command, args, { env = process.env, cwd = root, capture = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    const forward = (signal) => child.kill(signal);
    const finish = (code) => {
      for (const signal of FORWARDED) process.off(signal, forward);
      resolve({ code, output });
    };
    for (const signal of FORWARDED) process.on(signal, forward);
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? 128 + (constants.signals[signal ?? ''] ?? 0)));
  });
}

/**
 * Runs a program that npm installed (`tsc`, `jest`…), as `run` does.
 * @param {string} name
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runInstalled = (name, args, options) =>
  run(join(root, 'node_modules', '.bin', name), args, options);

/**
 * The environment with more folders at the end of PATH, for programs that Debian keeps out of it.
 * @param {string[]} folders
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export const withPath = (folders, env = process.env) => ({
  ...env,
  PATH: [...new Set([...(env.PATH ?? '').split(delimiter).filter(Boolean), ...folders])].join(delimiter),
});
