import { createPostgresDatabase } from '@pandafab/testing';
import { Client } from 'pg';
import { closeDatabase, openDatabase } from '../../apps/server/src/persistence/data-source';

/** Ends every connection to the database but the asking one, as a PostgreSQL that dies does. */
async function cutConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
}

it('connections that PostgreSQL ends, idle or in use, fail what waits for them, and nothing else', async () => {
  const place = await createPostgresDatabase();
  const database = await openDatabase({ postgresUrl: place.url });
  const { writer, reader } = database;
  await Promise.all([1, 2, 3].map(() => reader.query('SELECT 1')));
  const runner = writer.createQueryRunner();
  await runner.startTransaction();
  const waiting = runner.query('SELECT pg_sleep(30)').catch((error: Error) => error.message);
  await cutConnections(place.url);
  expect(await waiting).toMatch(/terminating connection|Connection terminated/);
  await runner.release().catch(() => {});
  expect(await reader.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await writer.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await closeDatabase(database);
  await place.drop();
});
