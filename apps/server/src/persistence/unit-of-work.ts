import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager, QueryRunner } from 'typeorm';
import { isNotYet } from './await-database';
import type { Database } from './data-source';
import { StatementSequence } from './statement-sequence';
import { storageFault } from './storage-fault';
import { WriteConnection } from './write-connection';

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
  private readonly troubleListeners: ((trouble: Fault) => void)[] = [];
  private readonly connection: WriteConnection;
  private tail: Promise<unknown> = Promise.resolve();
  private currentTrouble: Fault | undefined;

  constructor(@Inject(DATABASE) private readonly database: Database) {
    this.connection = new WriteConnection(database);
  }

  /** Why nothing can be written now; undefined once something was. */
  get trouble(): Fault | undefined {
    return this.currentTrouble;
  }

  /**
   * Runs `work` in one transaction: all of it is committed, or none. Rejects with what `work` threw, or with what a
   * statement of it threw that it caught itself: after that nothing of it can be committed.
   * @throws Error when called inside another unit of work: on SQLite that would wait for itself for ever.
   * @throws Fault REQUEST.OUTCOME_UNKNOWN when the connection was lost amid the commit
   */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.running.getStore())
      throw new Error('a unit of work inside another: pass the EntityManager on instead');
    const turn = () => this.running.run(true, () => this.transact(work));
    const result = this.isSqlite ? this.tail.then(turn, turn) : turn();
    if (this.isSqlite) this.tail = result.catch(() => undefined);
    return result;
  }

  /** Writes something that changes nothing: whether the database can be written is known afterwards. */
  async attempt(): Promise<void> {
    // A commit without a row of its own reaches PostgreSQL's disk only where it was given a number.
    const write = async (manager: EntityManager) => {
      if (!this.isSqlite) await manager.query('SELECT pg_current_xact_id()');
    };
    await this.run(write).catch(() => undefined);
  }

  /** Calls `listener` after every commit: the moment to carry the outbox on. */
  onCommit(listener: (touched: Touched) => void): void {
    this.listeners.push(listener);
  }

  /** Calls `listener` when the database turns out not to be writable, once until it is again. */
  onTrouble(listener: (trouble: Fault) => void): void {
    this.troubleListeners.push(listener);
  }

  private get isSqlite(): boolean {
    return this.database.writer.options.type === 'sqlite';
  }

  private async transact<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      const runner = await this.connection.begin();
      const result = await this.perform(runner, work);
      await this.commit(runner);
      this.currentTrouble = undefined;
      this.running.exit(() => {
        for (const listener of this.listeners) listener(touchedBy(runner));
      });
      return result;
    } catch (error) {
      this.noteTrouble(error);
      throw error;
    }
  }

  private async perform<T>(runner: QueryRunner, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const statements = new StatementSequence(runner);
    try {
      // A transaction that began with a read cannot wait for another process' write: SQLite fails it at once.
      if (this.isSqlite) await runner.query('UPDATE write_turn SET turn = turn + 1');
      const result = await work(runner.manager);
      await statements.end();
      return result;
    } catch (error) {
      await statements.end().catch(() => undefined);
      await this.connection.rollBack(runner);
      throw error;
    }
  }

  private async commit(runner: QueryRunner): Promise<void> {
    try {
      await this.connection.commit(runner);
    } catch (error) {
      throw isNotYet(error) ? new Fault('REQUEST.OUTCOME_UNKNOWN', {}, { cause: error }) : error;
    }
  }

  private condemnation(cause: unknown): Fault | undefined {
    return this.connection.isCondemned ? new Fault('REQUEST.DISK_BROKEN', {}, { cause }) : undefined;
  }

  private noteTrouble(error: unknown): void {
    const trouble = storageFault(error) ?? this.condemnation(error);
    if (!trouble) return;
    const isNew = !this.currentTrouble;
    this.currentTrouble = trouble;
    if (!isNew) return;
    this.running.exit(() => {
      for (const listener of this.troubleListeners) listener(trouble);
    });
  }
}
