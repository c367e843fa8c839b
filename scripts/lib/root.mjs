import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, absolute. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Where this installation keeps all files that it writes.
 * @param {string} fallback folder under the checkout when PANDAFAB_DATA_DIR is not set
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} absolute path
 */
export const dataDirectory = (fallback, env = process.env) =>
  resolve(root, env.PANDAFAB_DATA_DIR || fallback);
