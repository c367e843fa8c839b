import { Database } from 'sqlite3';

/** Another process that is ending, or that looks into the file, gets this time to let it go. */
const PATIENCE_MS = 1000;

export type Parameter = string | number | null;

/**
 * One connection to a SQLite file, made when there is none. Loading TypeORM would take as long as the rest of the
 * agent's start: this file asks sqlite3 itself.
 */
export class SqliteFile {
  private constructor(
    private readonly database: Database,
    readonly path: string,
  ) {}

  /** @throws Error with SQLite's `code`, such as SQLITE_CANTOPEN */
  static open(path: string): Promise<SqliteFile> {
    return new Promise((resolve, reject) => {
      const database = new Database(path, (error) => {
        if (error) return reject(error);
        database.configure('busyTimeout', PATIENCE_MS);
        resolve(new SqliteFile(database, path));
      });
    });
  }

  /**
   * @returns the number of rows that the statement has changed
   * @throws Error with SQLite's `code`
   */
  run(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, parameters, function done(error) {
        if (error) reject(error);
        else resolve(this.changes);
      });
    });
  }

  /** @throws Error with SQLite's `code` */
  rows<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.database.all<Row>(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }

  /** Ends an open transaction without its changes. */
  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.close((error) => (error ? reject(error) : resolve()));
    });
  }
}
