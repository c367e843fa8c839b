import { join } from 'node:path';
import { Fault } from '@pandafab/shared';
import { DataSource } from 'typeorm';

/** A previous process that is ending gets this time to release the lock. */
const PATIENCE_MS = 1000;

/**
 * Locks a data directory for this process. The operating system releases the lock when the process ends, also after a
 * crash, so no stale lock remains.
 * @returns the function that releases the lock
 * @throws Fault LAB.JOURNAL_IN_USE {directory} when another process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const source = await new DataSource({
    type: 'sqlite',
    database: join(directory, 'agent.lock'),
    busyTimeout: PATIENCE_MS,
  }).initialize();
  try {
    await source.query('BEGIN EXCLUSIVE');
  } catch (error) {
    await source.destroy();
    if (!/SQLITE_BUSY/.test(String(error))) throw error;
    throw new Fault('LAB.JOURNAL_IN_USE', { directory }, { cause: error });
  }
  return () => source.destroy();
}
