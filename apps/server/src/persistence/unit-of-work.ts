import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Database } from './data-source';

export const DATABASE = Symbol('Database');

/** What a unit of work changed that people may be looking at, by lab. */
export type Touched = ReadonlySet<LabId>;
const TOUCHED = 'touchedLabs';

const touchedBy = ({ data }: QueryRunner): Touched =>
  (data as { [TOUCHED]?: Set<LabId> })[TOUCHED] ?? new Set();

/** Notes, for whoever shows this lab live, that this unit of work changes something in it. */
export function touch({ queryRunner }: EntityManager, labId: LabId): void {
  if (queryRunner)
    queryRunner.data = { ...queryRunner.data, [TOUCHED]: new Set(touchedBy(queryRunner)).add(labId) };
}

/**
 * The only way to write. On SQLite, TypeORM has one connection: a write made beside an open transaction would join
 * it and be rolled back with it, so units of work wait for one another. No I/O but the database's inside one.
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<true>();
  private readonly listeners: ((touched: Touched) => void)[] = [];
  private tail: Promise<unknown> = Promise.resolve();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /**
   * Runs `work` in one transaction: all of it is committed, or none. Rejects with what `work` threw.
   * @throws Error when called inside another unit of work: on SQLite that would wait for itself for ever.
   */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.running.getStore())
      throw new Error('a unit of work inside another: pass the EntityManager on instead');
    const turn = () => this.running.run(true, () => this.transact(work));
    const result = this.isSqlite ? this.tail.then(turn, turn) : turn();
    if (this.isSqlite) this.tail = result.catch(() => undefined);
    return result;
  }

  /** Calls `listener` after every commit: the moment to carry the outbox on. */
  onCommit(listener: (touched: Touched) => void): void {
    this.listeners.push(listener);
  }

  private get isSqlite(): boolean {
    return this.database.writer.options.type === 'sqlite';
  }

  private async transact<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.database.writer.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await this.attempt(runner, work);
      await runner.commitTransaction();
      this.running.exit(() => {
        for (const listener of this.listeners) listener(touchedBy(runner));
      });
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async attempt<T>(runner: QueryRunner, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    // A transaction that began with a read cannot wait for another process' write: SQLite fails it at once.
    if (this.isSqlite) await runner.query('UPDATE write_turn SET turn = turn + 1');
    return work(runner.manager);
  }
}
