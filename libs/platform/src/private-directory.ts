import { chmod, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** New files of this process are private to its user: SQLite, Node and child processes inherit this. */
export const PRIVATE_UMASK = 0o077;
const DIRECTORY = 0o700;
const FILE = 0o600;
/** A directory on the path to one that other users must read keeps its execute permission. */
const PASSAGE = 0o711;

export interface PrivateDirectoryOptions {
  /** A directory inside that other users must read, such as the broker's: not changed. */
  readonly except?: string | undefined;
}

/**
 * Creates a data directory, and removes all permissions of other users from it and its content: also from one that an
 * earlier version, or a person, left open. It never adds a permission.
 * @returns the files that could not be closed, because they belong to another user
 */
export async function keepPrivate(
  directory: string,
  { except }: PrivateDirectoryOptions = {},
): Promise<string[]> {
  await mkdir(directory, { recursive: true, mode: DIRECTORY });
  const spared = except && (await realpath(except).catch(() => undefined));
  return closeDirectory(await realpath(directory), spared, true);
}

async function closeDirectory(path: string, spared: string | undefined, isTop: boolean): Promise<string[]> {
  if (path === spared) return [];
  const allowed = spared?.startsWith(`${path}/`) ? PASSAGE : DIRECTORY;
  const wasOpen = (await modeOf(path)) & ~allowed;
  const left = wasOpen ? await restrict(path, allowed) : [];
  // Other users could not enter a closed directory: its files, perhaps thousands, need no check.
  if (!isTop && !wasOpen && allowed === DIRECTORY) return left;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) left.push(...(await closeDirectory(inner, spared, false)));
    else if (entry.isFile() && (await modeOf(inner)) & ~FILE) left.push(...(await restrict(inner, FILE)));
  }
  return left;
}

/** Its permissions; none when it was removed meanwhile. */
const modeOf = async (path: string): Promise<number> =>
  ((await lstat(path).catch(() => undefined))?.mode ?? 0) & 0o777;

async function restrict(path: string, allowed: number): Promise<string[]> {
  try {
    await chmod(path, (await modeOf(path)) & allowed);
    return [];
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : [path];
  }
}
