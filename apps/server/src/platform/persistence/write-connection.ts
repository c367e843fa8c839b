import type { DataSource, QueryRunner } from 'typeorm';
import { type Database, openWriter } from './data-source';

const isSqlite = ({ options }: DataSource) => options.type === 'sqlite';

/** TypeORM's own private count: how many BEGIN and SAVEPOINT it believes are open. */
const depthOf = (runner: QueryRunner): number =>
  (runner as unknown as { readonly transactionDepth: number }).transactionDepth;

/**
 * Begins and ends transactions. A connection on which BEGIN, COMMIT or ROLLBACK failed is never used again: TypeORM
 * counts a transaction as open that the database may have ended, and later statements would run in a savepoint that
 * is never committed. On SQLite, where TypeORM has one connection, it is closed and opened again; PostgreSQL's pool
 * opens another.
 */
export class WriteConnection {
  private condemned = false;

  constructor(private readonly database: Database) {}

  /** True while SQLite's only connection must not be used. */
  get isCondemned(): boolean {
    return this.condemned;
  }

  /**
   * A connection in a new transaction.
   * @throws the database's error, for example when the condemned connection cannot be replaced yet
   */
  async begin(): Promise<QueryRunner> {
    const { writer } = this.database;
    const isFree = () => depthOf(writer.createQueryRunner()) === 0;
    if (this.condemned || (isSqlite(writer) && !isFree())) await this.reopen();
    const runner = writer.createQueryRunner();
    await this.orCondemn(runner, () => runner.startTransaction());
    return runner;
  }

  /**
   * @throws the error of COMMIT: then the transaction is not committed, unless the connection was lost
   * @throws Error when `runner` is not in the one transaction that it began: COMMIT would commit nothing
   */
  async commit(runner: QueryRunner): Promise<void> {
    await this.orCondemn(runner, async () => {
      if (depthOf(runner) !== 1) throw new Error('a transaction was begun or ended inside a unit of work');
      await runner.commitTransaction();
    });
    await runner.release();
  }

  /** Never throws: where a transaction cannot be rolled back, closing its connection ends it. */
  async rollBack(runner: QueryRunner): Promise<void> {
    try {
      await this.orCondemn(runner, () => runner.rollbackTransaction());
      await runner.release();
    } catch {
      // The connection is condemned, and the caller already has the first error.
    }
  }

  private async orCondemn(runner: QueryRunner, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      await this.condemn(runner);
      throw error;
    }
  }

  private async condemn(runner: QueryRunner): Promise<void> {
    if (isSqlite(this.database.writer)) {
      this.condemned = true;
      return;
    }
    // pg's pool does not keep a client that was ended (pg-pool, `_release`).
    const client = (await runner.connect().catch(() => undefined)) as { end(): Promise<void> } | undefined;
    await client?.end().catch(() => undefined);
    await runner.release();
  }

  /** Closing ends a transaction that is still open. */
  private async reopen(): Promise<void> {
    const { writer } = this.database;
    this.condemned = true;
    if (writer.isInitialized) await writer.destroy();
    await openWriter(writer);
    this.condemned = false;
  }
}
