import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../../../scripts/lib/run.mjs';

/** Debian's packages work only with Debian's own interpreter, also when another one comes first on PATH. */
const PYTHONS = ['/usr/bin/python3', 'python3'];
const PACKAGE = 'printrun-common';
const installer = fileURLToPath(new URL('../../../scripts/lib/apt-install.sh', import.meta.url));

async function pythonWithPrintcore() {
  for (const python of PYTHONS) {
    const { code } = await run(python, ['-c', 'import printrun.printcore'], { capture: true });
    if (code === 0) return python;
  }
  return null;
}

/**
 * An interpreter that has Printrun's printcore; where it can, Debian's package is installed first.
 * @param {boolean} mayInstall
 * @returns {Promise<string | null>}
 */
export async function findPrintcore(mayInstall) {
  const python = await pythonWithPrintcore();
  const isRoot = process.getuid?.() === 0;
  if (python || !mayInstall || !isRoot || !existsSync('/usr/bin/apt-get')) return python;
  process.stderr.write(`Installing Debian's ${PACKAGE}…\n`);
  await run('sh', [installer, PACKAGE, ''], { capture: true });
  return pythonWithPrintcore();
}
