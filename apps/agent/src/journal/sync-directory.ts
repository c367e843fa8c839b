import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Has the disk keep the names in a directory: a file that was just made is not found after a power cut before that,
 * however often its content was synced (fsync(2)).
 */
export function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
