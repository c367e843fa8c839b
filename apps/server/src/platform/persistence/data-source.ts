import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { FoldedColumns } from './folded-columns';
import type { Schema } from './schema';

export type DatabaseLocation = { readonly sqliteFile: string } | { readonly postgresUrl: string };

/**
 * A connection that PostgreSQL closes while it fails sometimes emits `error` twice, the second time after the pool
 * has released it: an `error` without a listener would end this process. A caller that waits for an answer gets the
 * error from its query.
 */
class ErrorTolerantClient extends Client {
  constructor(config: ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

const common = ({ entities }: Schema) => ({
  entities: [...entities],
  subscribers: [FoldedColumns],
  synchronize: false,
  logging: false,
});

/** Waiting for another process' write is normal, so a busy database is no immediate error. */
const BUSY_TIMEOUT_MS = 5000;
/** sqlite3's OPEN_READONLY | OPEN_FULLMUTEX. */
const SQLITE_READ_ONLY = 0x1 | 0x10000;

/** TypeORM asks for the verbose one, which notes the stack and the values of every statement for its errors: a tenth slower. */
const quietSqlite = { verbose: (): typeof import('sqlite3') => require('sqlite3') };

function writerOptions(location: DatabaseLocation, schema: Schema): DataSourceOptions {
  if ('postgresUrl' in location) {
    return {
      ...common(schema),
      name: 'writer',
      type: 'postgres',
      url: location.postgresUrl,
      migrations: [...schema.migrations],
      poolSize: 10,
      extra: { Client: ErrorTolerantClient },
    };
  }
  return {
    ...common(schema),
    name: 'writer',
    type: 'sqlite',
    driver: quietSqlite,
    database: location.sqliteFile,
    enableWAL: true,
    busyTimeout: BUSY_TIMEOUT_MS,
    migrations: [...schema.migrations],
  };
}

function readerOptions(location: DatabaseLocation, schema: Schema): DataSourceOptions {
  if ('postgresUrl' in location) {
    const extra = { options: '-c default_transaction_read_only=on', Client: ErrorTolerantClient };
    return {
      ...common(schema),
      name: 'reader',
      type: 'postgres',
      url: location.postgresUrl,
      extra,
      poolSize: 10,
    };
  }
  return {
    ...common(schema),
    name: 'reader',
    type: 'sqlite',
    driver: quietSqlite,
    database: location.sqliteFile,
    busyTimeout: BUSY_TIMEOUT_MS,
    flags: SQLITE_READ_ONLY,
  };
}

export interface Database {
  readonly writer: DataSource;
  readonly reader: DataSource;
}

/**
 * Opens the database for writing, updates its schema, and opens it again for reading: TypeORM's SQLite is one
 * connection, so reads on the writer would see uncommitted rows (docs/adr/0004-unit-of-work.md).
 */
export async function openDatabase(location: DatabaseLocation, schema: Schema): Promise<Database> {
  if ('sqliteFile' in location) mkdirSync(dirname(location.sqliteFile), { recursive: true, mode: 0o700 });
  const writer = new DataSource(writerOptions(location, schema));
  const reader = new DataSource(readerOptions(location, schema));
  try {
    await openWriter(writer);
    await writer.runMigrations({ transaction: 'each' });
    await reader.initialize();
    return { writer, reader };
  } catch (error) {
    await closeDatabase({ writer, reader }).catch(() => {});
    throw error;
  }
}

/**
 * Opens an existing database for reading only, and changes nothing in it: for commands that run beside the service.
 * @throws the database's error, also when there is none
 */
export function openForReading(
  location: DatabaseLocation,
  entities: Schema['entities'],
): Promise<DataSource> {
  return new DataSource(readerOptions(location, { entities, migrations: [] })).initialize();
}

/** Connects the writer. With this setting SQLite's commits are on disk, whatever the default of its build. */
export async function openWriter(writer: DataSource): Promise<void> {
  await writer.initialize();
  if (writer.options.type === 'sqlite') await writer.query('PRAGMA synchronous = FULL');
}

export async function closeDatabase({ writer, reader }: Database): Promise<void> {
  await Promise.all([reader, writer].filter((each) => each.isInitialized).map((each) => each.destroy()));
}
