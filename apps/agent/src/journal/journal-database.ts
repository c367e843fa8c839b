import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type QueryRunner } from 'typeorm';
import { CreateJournal1764000000000 } from './journal.migration';
import { lockDirectory } from './journal-lock';
import { Turns } from './turns';

type Parameter = string | number | null;

/** Statements inside one transaction. */
export interface Statements {
  /** Number of rows changed. */
  run(sql: string, parameters?: readonly Parameter[]): Promise<number>;
  rows<Row>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
}

/**
 * The agent's own SQLite file: one connection, so every access takes its turn. What `write` resolved with is on the
 * disk (synchronous FULL), because the agent acts on it at once.
 */
export class JournalDatabase {
  private readonly turns = new Turns();
  private readonly statements: Statements;

  private constructor(
    private readonly source: DataSource,
    private readonly runner: QueryRunner,
    private readonly unlock: () => Promise<void>,
  ) {
    this.statements = {
      run: async (sql, parameters = []) => (await runner.query(sql, [...parameters], true)).affected ?? 0,
      rows: async (sql, parameters = []) => (await runner.query(sql, [...parameters], true)).records ?? [],
    };
  }

  /** @throws Fault LAB.JOURNAL_IN_USE {directory} */
  static async open(directory: string): Promise<JournalDatabase> {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const unlock = await lockDirectory(directory);
    try {
      const source = await new DataSource({
        type: 'sqlite',
        database: join(directory, 'journal.sqlite'),
        enableWAL: true,
        migrations: [CreateJournal1764000000000],
      }).initialize();
      await source.query('PRAGMA synchronous = FULL');
      await source.runMigrations({ transaction: 'each' });
      return new JournalDatabase(source, source.createQueryRunner(), unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** All of `work` is on the disk when this resolves, or none of it. No I/O but the journal's inside. */
  write<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.turns.take(async () => {
      await this.runner.query('BEGIN IMMEDIATE');
      try {
        const result = await work(this.statements);
        await this.runner.query('COMMIT');
        return result;
      } catch (error) {
        await this.runner.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  read<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return this.turns.take(() => this.statements.rows<Row>(sql, parameters));
  }

  async close(): Promise<void> {
    await this.turns.idle();
    await this.source.destroy();
    await this.unlock();
  }
}
