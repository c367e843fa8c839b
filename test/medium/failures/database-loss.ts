import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { systemClock } from '@pandafab/shared';
import { createPostgresDatabase, pollUntil, startTestServer, temporaryDirectory } from '@pandafab/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { schema } from '../../../apps/server/src/app/schema';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { storageFault } from '../../../apps/server/src/platform/persistence/storage-fault';
import type { Unit } from '../../../apps/server/src/platform/persistence/unit';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';

/** Ends every connection to the database but the asking one, as a PostgreSQL that dies does. */
async function cutConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
}

/** How many connections the pool has open. */
const connectionsOf = ({ driver }: DataSource): number => (driver as PostgresDriver).master.totalCount;

describe('a lost database', () => {
  it('connections that PostgreSQL ends, idle or in use, fail the requests that wait for them, and nothing else', async () => {
    const place = await createPostgresDatabase();
    const database = await openDatabase({ postgresUrl: place.url }, schema);
    const { writer, reader } = database;
    await Promise.all([1, 2, 3].map(() => reader.query('SELECT 1')));
    const runner = writer.createQueryRunner();
    await runner.startTransaction();
    const waiting = runner.query('SELECT pg_sleep(30)').catch((error: Error) => error.message);
    await cutConnections(place.url);
    expect(await waiting).toMatch(/terminating connection|Connection terminated/);
    await runner.release().catch(() => {});
    // A pool lets go of an idle connection once this process has read that PostgreSQL ended it.
    await pollUntil('the reader to let go of its connections', () => connectionsOf(reader) === 0);
    expect(await reader.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await writer.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await closeDatabase(database);
    await place.drop();
  });

  it('a statement that failed ends its unit of work, even if the caller catches the error', async () => {
    const place = await createPostgresDatabase();
    const database = await openDatabase({ postgresUrl: place.url }, schema);
    const unitOfWork = new UnitOfWork(database, systemClock);
    await unitOfWork.run(({ manager }) => manager.query('CREATE TABLE note (words text NOT NULL)'));
    const unit = unitOfWork.run(async ({ manager }) => {
      await manager.query("INSERT INTO note VALUES ('kept?')");
      await manager.query('INSERT INTO note VALUES (NULL)').catch(() => undefined);
    });
    // PostgreSQL answers COMMIT of such a transaction with ROLLBACK, and no error.
    await expect(unit).rejects.toThrow('null value');
    expect(await database.reader.query('SELECT * FROM note')).toEqual([]);
    await closeDatabase(database);
    await place.drop();
  });

  /** A way to PostgreSQL that can be cut: what listens on its socket is a process that other tests need. */
  async function cuttableWay(url: string, cutAt?: string) {
    const { searchParams, pathname } = new URL(url);
    const path = `${searchParams.get('host')}/.s.PGSQL.5432`;
    const sockets = new Set<Socket>();
    const way = createServer((socket) => {
      const inner = connect(path);
      for (const each of [socket, inner]) {
        sockets.add(each);
        each.on('error', () => {});
      }
      socket.pipe(inner).pipe(socket);
      socket.on('data', (sent) => {
        if (!cutAt || !sent.includes(cutAt)) return;
        inner.unpipe(socket);
        setImmediate(() => socket.destroy());
      });
    });
    await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
    const { port } = way.address() as AddressInfo;
    const cut = () => {
      way.close();
      for (const each of sockets) each.destroy();
    };
    return { url: `postgres://postgres@127.0.0.1:${port}${pathname}`, cut };
  }

  describe('a connection that is lost in a unit of work', () => {
    let place: Awaited<ReturnType<typeof createPostgresDatabase>>;
    let direct: Database;

    beforeAll(async () => {
      place = await createPostgresDatabase();
      direct = await openDatabase({ postgresUrl: place.url }, schema);
    });
    afterAll(async () => {
      await closeDatabase(direct);
      await place.drop();
    });

    it('before the commit: nothing was done, and the next one goes well', async () => {
      const unitOfWork = new UnitOfWork(direct, systemClock);
      const work = async ({ manager }: Unit) => {
        await cutConnections(place.url);
        // Only a question tells that the connection is gone: a commit that is sent meanwhile has an unknown outcome.
        await manager.query('SELECT 1');
      };
      const lost = unitOfWork.run(work).catch(storageFault);
      expect(await lost).toMatchObject({ code: 'REQUEST.DATABASE_AWAY' });
      expect(unitOfWork.trouble).toMatchObject({ code: 'REQUEST.DATABASE_AWAY' });
      await unitOfWork.attempt();
      expect(unitOfWork.trouble).toBeUndefined();
    });

    it('during the commit: the answer does not say that nothing was done', async () => {
      const way = await cuttableWay(place.url, 'COMMIT');
      const database = await openDatabase({ postgresUrl: way.url }, schema);
      const lost = new UnitOfWork(database, systemClock).run(({ manager }) =>
        manager.query('SELECT pg_current_xact_id()'),
      );
      await expect(lost).rejects.toMatchObject({ code: 'REQUEST.OUTCOME_UNKNOWN' });
      await closeDatabase(database);
      way.cut();
    });
  });

  it('says that the database is away, and that waiting helps', async () => {
    const place = await createPostgresDatabase();
    const directory = await temporaryDirectory();
    const way = await cuttableWay(place.url);
    const location = { postgresUrl: way.url };
    const database = {
      kind: 'PostgreSQL',
      location,
      dataDirectory: directory.path,
      drop: place.drop,
    } as const;
    const server = await startTestServer({ database });
    const { client } = await server.accountWith('maker');
    way.cut();
    for (const _ of [1, 2]) {
      const answer = await client.get('/api/v1/labs');
      expect([answer.status, answer.body.code]).toEqual([503, 'REQUEST.DATABASE_AWAY']);
      expect(answer.text).not.toMatch(/ECONN|SELECT|terminated/);
    }
    await server.stop();
    await place.drop();
    await directory.remove();
  });
});
