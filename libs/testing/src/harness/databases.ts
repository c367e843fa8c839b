import { join } from 'node:path';
import { createPostgresDatabase } from './postgres';
import { temporaryDirectory } from './temporary-directory';

export const DATABASE_KINDS = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** An empty database for one test; dropped when its `describeOnBothDatabases` ends. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** The argument for the server's `openDatabase`. */
  readonly location: { readonly sqliteFile: string } | { readonly postgresUrl: string };
  /** The data directory of a server that uses it. It contains SQLite's file. */
  readonly dataDirectory: string;
  drop(): Promise<void>;
}

/** The caller drops it. */
export async function createDatabase(kind: DatabaseKind): Promise<TestDatabase> {
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
  describe.each(DATABASE_KINDS)(`${name} on %s`, (kind) => {
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
