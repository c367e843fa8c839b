import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { quantity, say } from '../output';
import { type Finding, missing, ok, warning } from './finding';
import { checkoutRoot } from './setup-plan';

const GIGABYTE = 1e9;
/** Room for the largest upload twice (500 MB each), and for the ledger to grow. */
const NECESSARY_BYTES = GIGABYTE;
const COMFORTABLE_BYTES = 5 * GIGABYTE;

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

async function checkWritable(directory: string): Promise<Finding> {
  try {
    await access(nearestExisting(directory), constants.W_OK | constants.X_OK);
    return ok('data directory', directory);
  } catch {
    return missing(
      'data directory',
      say(`${directory} cannot be written`, `${directory} n’est pas accessible en écriture`),
      say(
        `Give it to this account: sudo install -d -o "$USER" ${directory}, or set PANDAFAB_DATA_DIR.`,
        `Donnez-le à ce compte : sudo install -d -o "$USER" ${directory}, ou changez PANDAFAB_DATA_DIR.`,
      ),
    );
  }
}

/**
 * @param freeBytes free space for an ordinary account
 * @returns whether there is room for more jobs
 */
export function spaceFinding(freeBytes: number): Finding {
  const free = say(
    `${quantity(freeBytes / GIGABYTE, 'GB', 1)} free`,
    `${quantity(freeBytes / GIGABYTE, 'Go', 1)} libres`,
  );
  if (freeBytes >= COMFORTABLE_BYTES) return ok('disk space', free);
  const cure = say(
    'Free some space, or set PANDAFAB_DATA_DIR to a folder on a larger disk.',
    'Libérez de la place, ou placez PANDAFAB_DATA_DIR sur un disque plus grand.',
  );
  return freeBytes >= NECESSARY_BYTES ? warning('disk space', free, cure) : missing('disk space', free, cure);
}

/** Whether the data folder (PANDAFAB_DATA_DIR) can be written, and how much room its disk has. */
export async function checkStorage(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const directory = resolve(checkoutRoot(), env.PANDAFAB_DATA_DIR || '.data/pandafab');
  const { bavail, bsize } = await statfs(nearestExisting(directory));
  return [await checkWritable(directory), spaceFinding(bavail * bsize)];
}
