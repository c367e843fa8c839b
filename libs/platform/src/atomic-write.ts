import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface AtomicWriteOptions {
  /** Permissions of the file, independent of the umask; only its owner may read and write it when not given. */
  readonly mode?: number;
  /** The temporary file for the content until it is complete: `path` with `.part` when not given. On the same disk. */
  readonly part?: string;
}

const PRIVATE = 0o600;

/**
 * Writes a file completely or not at all: until the new content is on the disk, readers find the old file, also after a
 * power cut. It overwrites the rest of an earlier attempt, and leaves no file when it fails.
 * @param content the content or a function that returns it: called after the part file is open, so that a full disk is
 *   detected first
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array | (() => Promise<string | Uint8Array>),
  { mode = PRIVATE, part = `${path}.part` }: AtomicWriteOptions = {},
): Promise<void> {
  await rm(part, { force: true });
  const file = await open(part, 'wx', mode);
  try {
    await file.chmod(mode);
    await file.writeFile(typeof content === 'function' ? await content() : content);
    await file.sync();
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await renameDurably(part, path);
}

/** Renames a file whose content is on the disk. Resolves when the new name is on the disk as well. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  const directory = await open(dirname(to));
  await directory.sync().finally(() => directory.close());
}

/**
 * The same for new names in a directory, synchronously: without it a new file may be missing after a power cut, even if its
 * content was synced (fsync(2)).
 */
export function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
