import { chmod, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** What a process makes from now on is its user's alone: SQLite, Node and what it starts take this over. */
export const PRIVATE_UMASK = 0o077;
const DIRECTORY = 0o700;
const FILE = 0o600;
/** A directory on the way to one that others must read keeps its right to be passed through. */
const PASSAGE = 0o711;

export interface PrivateDirectoryOptions {
  /** A directory within that others must read, such as the broker's: left as it is. */
  readonly except?: string | undefined;
}

/**
 * Makes a data directory, and takes from everybody but its owner what others could do with it and what is in it: also in
 * one that an earlier version, or a person, left open. Rights are only ever taken away.
 * @returns what could not be closed, being somebody else's
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
  // Into one that was closed, nobody could look: of thousands of files, none has to be asked.
  if (!isTop && !wasOpen && allowed === DIRECTORY) return left;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) left.push(...(await closeDirectory(inner, spared, false)));
    else if (entry.isFile() && (await modeOf(inner)) & ~FILE) left.push(...(await restrict(inner, FILE)));
  }
  return left;
}

/** Its rights; none of what is gone meanwhile. */
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
