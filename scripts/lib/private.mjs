import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files made from now on, by us and by our children, are open to this user only. */
const PRIVATE_UMASK = 0o077;

/** Folders of the launcher's own. */
const OURS = ['logs', 'redis', 'redis/appendonlydir'];

/** Rights are only ever removed; files of another user stay as they are. */
function restrict(path, allowed) {
  try {
    const mode = lstatSync(path).mode & 0o777;
    if (mode & ~allowed) chmodSync(path, mode & allowed);
  } catch {
    // Not ours, or gone meanwhile: the server says which.
  }
}

/**
 * Closes a data folder to other users, with the launcher's own files in it and their logs: also one that an earlier *
 * version left open. Each program closes its own folders below.
 * @param {string} directory
 */
export function keepPrivate(directory) {
  process.umask(PRIVATE_UMASK);
  mkdirSync(directory, { recursive: true });
  // The path to the broker's files leads through it, and Mosquitto reads them as another user.
  const isPassage = process.env.PANDAFAB_MOSQUITTO_DIR?.startsWith(`${directory}/`);
  restrict(directory, isPassage ? 0o711 : 0o700);
  for (const folder of [directory, ...OURS.map((name) => join(directory, name))]) {
    if (folder !== directory) restrict(folder, 0o700);
    for (const entry of list(folder)) if (entry.isFile()) restrict(join(folder, entry.name), 0o600);
  }
}

function list(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
