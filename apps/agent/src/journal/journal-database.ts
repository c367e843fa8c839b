import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { syncDirectory } from '@pandafab/platform';
import { SerialQueue } from '@pandafab/shared';
import { lockDirectory } from './journal-lock';
import { updateSchema } from './journal-schema';
import { type Parameter, SqliteFile } from './sqlite-file';

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

  /** True once BEGIN, COMMIT or ROLLBACK failed: a transaction may still be open, so this connection is replaced. */
  private condemned = false;

  private constructor(
    private file: SqliteFile,
    private readonly unlock: () => Promise<void>,
  ) {}

  /** @throws Fault LAB.JOURNAL_IN_USE {directory} */
  static async open(directory: string): Promise<JournalDatabase> {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const unlock = await lockDirectory(directory);
    try {
      const file = await connect(join(directory, 'journal.sqlite'));
      syncDirectory(directory);
      syncDirectory(dirname(resolve(directory)));
      return new JournalDatabase(file, unlock);
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
        const result = await work(this.file);
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
      return this.file.rows<Row>(sql, parameters);
    });
  }

  async close(): Promise<void> {
    await this.accesses.idle();
    await this.file.close();
    await this.unlock();
  }

  /** Closing the connection ends its open transaction; the next one is opened first, so that a full disk needs no new file. */
  private async trust(): Promise<void> {
    if (!this.condemned) return;
    const condemned = this.file;
    this.file = await connect(condemned.path);
    this.condemned = false;
    await condemned.close();
  }

  private async control(sql: 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): Promise<void> {
    try {
      await this.file.run(sql);
    } catch (error) {
      this.condemned = true;
      throw error;
    }
  }
}

/** The journal with the tables of this version; its commits are on the disk, also after a power cut. */
async function connect(path: string): Promise<SqliteFile> {
  const file = await SqliteFile.open(path);
  try {
    await file.run('PRAGMA journal_mode = WAL');
    await file.run('PRAGMA synchronous = FULL');
    await updateSchema(file);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
