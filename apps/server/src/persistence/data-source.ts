import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities';
import { FoldedColumns } from './folded-columns';
import { migrations } from './migrations';

export type DatabaseLocation = { readonly sqliteFile: string } | { readonly postgresUrl: string };

/**
 * A connection that a dying PostgreSQL ends says so twice at times, the second time when the pool has let go of it: an
 * `error` without a listener would end this process. Whoever waits for an answer is told by its query.
 */
class SturdyClient extends Client {
  constructor(config: ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

const common = { entities, subscribers: [FoldedColumns], synchronize: false, logging: false };

/** Waiting for another process' write is normal; failing at once is not. */
const BUSY_TIMEOUT_MS = 5000;
/** sqlite3's OPEN_READONLY | OPEN_FULLMUTEX. */
const SQLITE_READ_ONLY = 0x1 | 0x10000;

function writerOptions(location: DatabaseLocation): DataSourceOptions {
  if ('postgresUrl' in location) {
    return {
      ...common,
      name: 'writer',
      type: 'postgres',
      url: location.postgresUrl,
      migrations,
      poolSize: 10,
      extra: { Client: SturdyClient },
    };
  }
  return {
    ...common,
    name: 'writer',
    type: 'sqlite',
    database: location.sqliteFile,
    enableWAL: true,
    busyTimeout: BUSY_TIMEOUT_MS,
    migrations,
  };
}

function readerOptions(location: DatabaseLocation): DataSourceOptions {
  if ('postgresUrl' in location) {
    const extra = { options: '-c default_transaction_read_only=on', Client: SturdyClient };
    return { ...common, name: 'reader', type: 'postgres', url: location.postgresUrl, extra, poolSize: 10 };
  }
  return {
    ...common,
    name: 'reader',
    type: 'sqlite',
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
 * Opens the database for writing, brings its schema up to date, and opens it again for reading: TypeORM's SQLite is
 * one connection, so reads on the writer would see what is not committed (docs/adr/0004-unit-of-work.md).
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if ('sqliteFile' in location) mkdirSync(dirname(location.sqliteFile), { recursive: true, mode: 0o700 });
  const writer = new DataSource(writerOptions(location));
  const reader = new DataSource(readerOptions(location));
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

/** Connects the writer. What SQLite has committed is on the disk, however its library was built. */
export async function openWriter(writer: DataSource): Promise<void> {
  await writer.initialize();
  if (writer.options.type === 'sqlite') await writer.query('PRAGMA synchronous = FULL');
}

export async function closeDatabase({ writer, reader }: Database): Promise<void> {
  await Promise.all([reader, writer].filter((each) => each.isInitialized).map((each) => each.destroy()));
}
