import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { syncDirectory } from '@pandafab/platform';
import { SerialQueue } from '@pandafab/shared';
import { DataSource } from 'typeorm';
import {
  AcknowledgedEvents1764350000000,
  CancelRequests1764380000000,
  CreateJournal1764000000000,
} from './journal.migration';
import { lockDirectory } from './journal-lock';

type Parameter = string | number | null;

/** Statements inside one transaction. */
export interface Statements {
  /** Number of rows changed. */
  run(sql: string, parameters?: readonly Parameter[]): Promise<number>;
  rows<Row>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
}

/**
 * The agent's own SQLite file: one connection, so accesses run one after the other. When `write` resolves, its
 * changes are on the disk (synchronous FULL), because the agent acts on them immediately.
 */
export class JournalDatabase {
  private readonly accesses = new SerialQueue();

  private readonly statements: Statements = {
    run: async (sql, parameters = []) => (await this.query(sql, parameters)).affected ?? 0,
    rows: async (sql, parameters = []) => (await this.query(sql, parameters)).records ?? [],
  };
  /** True once BEGIN, COMMIT or ROLLBACK failed: a transaction may still be open, so this connection is replaced. */
  private condemned = false;

  private constructor(
    private source: DataSource,
    private readonly unlock: () => Promise<void>,
  ) {}

  /** @throws Fault LAB.JOURNAL_IN_USE {directory} */
  static async open(directory: string): Promise<JournalDatabase> {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const unlock = await lockDirectory(directory);
    try {
      const source = await connect(join(directory, 'journal.sqlite'));
      await source.runMigrations({ transaction: 'each' });
      syncDirectory(directory);
      syncDirectory(dirname(resolve(directory)));
      return new JournalDatabase(source, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** All of `work` is on the disk when this resolves, or none of it. No I/O but the journal's inside. */
  write<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.accesses.add(async () => {
      await this.trust();
      await this.control('BEGIN IMMEDIATE');
      try {
        const result = await work(this.statements);
        await this.control('COMMIT');
        return result;
      } catch (error) {
        await this.control('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  read<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return this.accesses.add(async () => {
      await this.trust();
      return this.statements.rows<Row>(sql, parameters);
    });
  }

  async close(): Promise<void> {
    await this.accesses.idle();
    await this.source.destroy();
    await this.unlock();
  }

  /** Closing the connection ends its open transaction; the next one is opened first, so that a full disk needs no new file. */
  private async trust(): Promise<void> {
    if (!this.condemned) return;
    const condemned = this.source;
    this.source = await connect(condemned.options.database as string);
    this.condemned = false;
    await condemned.destroy();
  }

  private async control(sql: 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): Promise<void> {
    try {
      await this.query(sql);
    } catch (error) {
      this.condemned = true;
      throw error;
    }
  }

  /** TypeORM has one runner for SQLite. */
  private query(sql: string, parameters: readonly Parameter[] = []) {
    return this.source.createQueryRunner().query(sql, [...parameters], true);
  }
}

async function connect(file: string): Promise<DataSource> {
  const migrations = [
    CreateJournal1764000000000,
    AcknowledgedEvents1764350000000,
    CancelRequests1764380000000,
  ];
  const source = new DataSource({ type: 'sqlite', database: file, enableWAL: true, migrations });
  await source.initialize();
  await source.query('PRAGMA synchronous = FULL');
  return source;
}
