import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestDatabase } from './databases';
import { copyPostgresDatabase, createPostgresDatabase } from './postgres';
import { onceInThisRun } from './whole-run';

/** Loaded on demand, as the server is. */
const serverModules = () => ({
  ...(require('../../../../apps/server/src/app/schema') as typeof import('../../../../apps/server/src/app/schema')),
  ...(require('../../../../apps/server/src/platform/persistence/data-source') as typeof import('../../../../apps/server/src/platform/persistence/data-source')),
});

async function migrate(location: TestDatabase['location']): Promise<void> {
  const { openDatabase, closeDatabase, schema } = serverModules();
  await closeDatabase(await openDatabase(location, schema));
}

const migratedFile = (): Promise<string> =>
  onceInThisRun('migrated-sqlite', async (folder) => {
    const sqliteFile = join(folder, 'pandafab.sqlite');
    await migrate({ sqliteFile });
    return sqliteFile;
  });

const migratedPostgres = (): Promise<string> =>
  onceInThisRun('migrated-postgres', async () => {
    const { url } = await createPostgresDatabase();
    await migrate({ postgresUrl: url });
    return url;
  });

/** Gives an empty database its tables: copying them takes less time than the migrations. Any other stays as it is. */
export async function copyMigrated({ location }: TestDatabase): Promise<void> {
  if ('postgresUrl' in location) return copyPostgresDatabase(migratedPostgres, location.postgresUrl);
  if (existsSync(location.sqliteFile)) return;
  await mkdir(dirname(location.sqliteFile), { recursive: true, mode: 0o700 });
  await copyFile(await migratedFile(), location.sqliteFile);
}
