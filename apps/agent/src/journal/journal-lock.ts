import { join } from 'node:path';
import { Fault } from '@pandafab/shared';
import { SqliteFile } from './sqlite-file';

/**
 * Locks a data directory for this process. The operating system releases the lock when the process ends, also after a
 * crash, so no stale lock remains.
 * @returns the function that releases the lock
 * @throws Fault LAB.JOURNAL_IN_USE {directory} when another process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = await SqliteFile.open(join(directory, 'agent.lock'));
  try {
    await file.run('BEGIN EXCLUSIVE');
  } catch (error) {
    await file.close();
    if ((error as NodeJS.ErrnoException).code !== 'SQLITE_BUSY') throw error;
    throw new Fault('LAB.JOURNAL_IN_USE', { directory }, { cause: error });
  }
  return () => file.close();
}
