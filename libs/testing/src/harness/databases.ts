import { join } from 'node:path';
import { createPostgresDatabase } from './postgres';
import { temporaryDirectory } from './temporary-directory';

export type DatabaseKind = 'SQLite' | 'PostgreSQL';

/** An empty database of a test's own; dropped when its `describeOnBothDatabases` ends. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** What the server's `openDatabase` takes. */
  readonly location: { readonly sqliteFile: string } | { readonly postgresUrl: string };
  /** Where the server that uses it keeps its files. SQLite's file stands in it. */
  readonly dataDirectory: string;
  drop(): Promise<void>;
}

async function createDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const directory = await temporaryDirectory();
  const base = { kind, dataDirectory: directory.path };
  if (kind === 'SQLite') {
    const location = { sqliteFile: join(directory.path, 'pandafab.sqlite') };
    return { ...base, location, drop: directory.remove };
  }
  const database = await createPostgresDatabase();
  const drop = async () => {
    await database.drop();
    await directory.remove();
  };
  return { ...base, location: { postgresUrl: database.url }, drop };
}

/**
 * Runs the same tests on SQLite and on PostgreSQL. `open` makes an empty database each time it is called; call it
 * in `beforeAll`, once for a test file as a rule.
 */
export function describeOnBothDatabases(
  name: string,
  tests: (open: () => Promise<TestDatabase>) => void,
): void {
  const kinds: DatabaseKind[] = ['SQLite', 'PostgreSQL'];
  describe.each(kinds)(`${name} on %s`, (kind) => {
    const opened: TestDatabase[] = [];
    tests(async () => {
      const database = await createDatabase(kind);
      opened.push(database);
      return database;
    });
    // After the tests' own: Jest runs these in the order in which they are declared.
    afterAll(() => Promise.all(opened.map((database) => database.drop())));
  });
}
