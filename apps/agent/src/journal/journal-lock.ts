import { join } from 'node:path';
import { Fault } from '@pandafab/shared';
import { DataSource } from 'typeorm';

/** A predecessor that is just ending gets this long to let go. */
const PATIENCE_MS = 1000;

/**
 * Holds a data directory for this process alone. The operating system lets go of it when the process ends, however
 * it ends, so no stale lock is ever left behind.
 * @returns what lets go of it
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
