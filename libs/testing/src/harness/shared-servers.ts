import { createDatabase, DATABASE_KINDS, type DatabaseKind, type TestDatabase } from './databases';
import { startTestServer, type TestServer, type TestServerOptions } from './server-app';

/** As `describeOnBothDatabases`; `shared` gives the running server of that database. */
export type DescribeOnSharedServers = (
  name: string,
  tests: (shared: () => Promise<TestServer>) => void,
) => void;

/**
 * Makes the `describe` of a test file whose parts share one server on SQLite and one on PostgreSQL. A server starts when
 * the first part calls `shared`, and stops at the end of the file. A part therefore finds what the parts before it have
 * left: it makes its own labs, members and files, lists only those, and restores the settings that it changes.
 */
export function shareServers(options: Omit<TestServerOptions, 'database'> = {}): DescribeOnSharedServers {
  const databases: TestDatabase[] = [];
  const servers = new Map<DatabaseKind, Promise<TestServer>>();
  const start = async (kind: DatabaseKind) => {
    const database = await createDatabase(kind);
    databases.push(database);
    return startTestServer({ ...options, database });
  };
  afterAll(async () => {
    try {
      for (const server of servers.values()) await (await server).stop();
    } finally {
      await Promise.all(databases.map((database) => database.drop()));
    }
  });
  return (name, tests) =>
    describe.each(DATABASE_KINDS)(`${name} on %s`, (kind) =>
      tests(() => {
        const server = servers.get(kind) ?? start(kind);
        servers.set(kind, server);
        return server;
      }),
    );
}
