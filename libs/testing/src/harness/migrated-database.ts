import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createDatabase, type DatabaseKind, type TestDatabase } from './databases';
import { copyPostgresDatabase } from './postgres';

/** Loaded on demand, as the server is. */
const serverModules = () => ({
  ...(require('../../../../apps/server/src/app/schema') as typeof import('../../../../apps/server/src/app/schema')),
  ...(require('../../../../apps/server/src/platform/persistence/data-source') as typeof import('../../../../apps/server/src/platform/persistence/data-source')),
});

/** On one of Node's own modules, as PostgreSQL's cluster is: all test files of a worker copy the same databases. */
const shared = EventEmitter as unknown as Record<
  symbol,
  Map<DatabaseKind, Promise<TestDatabase>> | undefined
>;
const MIGRATED = Symbol.for('pandafab.test-migrated');

async function migrate(kind: DatabaseKind): Promise<TestDatabase> {
  const { openDatabase, closeDatabase, schema } = serverModules();
  const database = await createDatabase(kind);
  await closeDatabase(await openDatabase(database.location, schema));
  return database;
}

function migrated(kind: DatabaseKind): Promise<TestDatabase> {
  shared[MIGRATED] ??= new Map();
  const database = shared[MIGRATED].get(kind) ?? migrate(kind);
  shared[MIGRATED].set(kind, database);
  return database;
}

/** Gives an empty database its tables: copying them takes less time than the migrations. Any other stays as it is. */
export async function copyMigrated({ kind, location }: TestDatabase): Promise<void> {
  if ('sqliteFile' in location) {
    if (existsSync(location.sqliteFile)) return;
    const { location: from } = await migrated(kind);
    await mkdir(dirname(location.sqliteFile), { recursive: true, mode: 0o700 });
    if ('sqliteFile' in from) await copyFile(from.sqliteFile, location.sqliteFile);
    return;
  }
  await copyPostgresDatabase(async () => {
    const { location: from } = await migrated(kind);
    return 'postgresUrl' in from ? from.postgresUrl : '';
  }, location.postgresUrl);
}
