import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';
import { ensureSetup } from './setup.mjs';

/**
 * Set-up where it lacks, then a TypeScript harness of test/ with this terminal and this command's arguments.
 * @param {string} file its path in the repository
 * @returns {Promise<number>} its exit code
 */
export async function runHarness(file) {
  await ensureSetup('test');
  const files = [join(root, 'test/city/register.cjs'), join(root, file)];
  const child = spawn(process.execPath, ['-r', ...files, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
