import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';
import { FORWARDED } from './run.mjs';
import { ensureSetup } from './setup.mjs';

/**
 * Set-up where it is missing, then a TypeScript harness of test/ with this terminal.
 * @param {string} file its path in the repository
 * @param {string[]} [args] this command's arguments where none are given
 * @returns {Promise<number>} its exit code
 */
export async function runHarness(file, args = process.argv.slice(2)) {
  await ensureSetup('test');
  const files = [join(root, 'scripts/lib/typescript.cjs'), join(root, file)];
  const child = spawn(process.execPath, ['-r', ...files, ...args], { stdio: 'inherit' });
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
