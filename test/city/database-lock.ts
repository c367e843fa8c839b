import { Client } from 'pg';
import { Database } from 'sqlite3';
import type { Foundations } from './foundations';

/** The longest time that a write of another process may take. */
const WAIT_MS = 4000;
/** One table: a process that waits for one lock only cannot be in a deadlock. */
const TABLES = ['agents', 'jobs', 'prestations'] as const;

/**
 * Keeps the servers from committing: SQLite's only write lock, or one table of PostgreSQL. Readers go on.
 * @param at which table, from 0 to 1
 * @returns a function that releases the lock, once
 * @throws Error when another process holds it for too long
 */
export async function lockDatabase(foundations: Foundations, at: number): Promise<() => Promise<void>> {
  return foundations.databaseUrl
    ? lockTable(foundations.databaseUrl, TABLES[Math.floor(at * TABLES.length)] ?? 'agents')
    : lockFile(foundations.sqliteFile);
}

async function lockTable(connectionString: string, table: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString });
  // The test may kill the database during this.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`SET lock_timeout = ${WAIT_MS}`);
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return () => client.end().catch(() => {});
}

async function lockFile(file: string): Promise<() => Promise<void>> {
  const database = await new Promise<Database>((resolve, reject) => {
    const opened = new Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const close = () => new Promise<void>((resolve) => database.close(() => resolve()));
  const exec = (sql: string) =>
    new Promise<void>((resolve, reject) =>
      database.exec(sql, (error) => (error ? reject(error) : resolve())),
    );
  try {
    database.configure('busyTimeout', WAIT_MS);
    await exec('BEGIN IMMEDIATE');
  } catch (error) {
    await close();
    throw error;
  }
  return async () => {
    await exec('ROLLBACK').catch(() => {});
    await close();
  };
}
