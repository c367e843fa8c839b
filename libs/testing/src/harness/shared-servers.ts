import { createDatabase, DATABASE_KINDS, type DatabaseKind, type TestDatabase } from './databases';
import { startTestServer, type TestServer, type TestServerOptions } from './server-app';

/** As `describeOnBothDatabases`; `shared` gives the running world of that database. */
export type DescribeOnShared<World> = (name: string, tests: (shared: () => Promise<World>) => void) => void;

/**
 * Makes the `describe` of a test file whose parts share one world on SQLite and one on PostgreSQL: a server, or what
 * needs one. It starts when the first part calls `shared`, and stops at the end of the file. A part therefore finds what
 * the parts before it have left: it makes its own labs, members and files, lists only those, and restores the settings
 * that it changes.
 */
export function shareWorlds<World extends { stop(): Promise<void> }>(
  start: (database: TestDatabase) => Promise<World>,
): DescribeOnShared<World> {
  const databases: TestDatabase[] = [];
  const worlds = new Map<DatabaseKind, Promise<World>>();
  const open = async (kind: DatabaseKind) => {
    const database = await createDatabase(kind);
    databases.push(database);
    return start(database);
  };
  afterAll(async () => {
    try {
      for (const world of worlds.values()) await (await world).stop();
    } finally {
      await Promise.all(databases.map((database) => database.drop()));
    }
  });
  return (name, tests) =>
    describe.each(DATABASE_KINDS)(`${name} on %s`, (kind) =>
      tests(() => {
        const world = worlds.get(kind) ?? open(kind);
        worlds.set(kind, world);
        return world;
      }),
    );
}

/** As `shareWorlds`, for a server with these settings. */
export const shareServers = (
  options: Omit<TestServerOptions, 'database'> = {},
): DescribeOnShared<TestServer> => shareWorlds((database) => startTestServer({ ...options, database }));
