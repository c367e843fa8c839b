import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, SerialQueue } from '@pandafab/shared';
import type { QueryRunner } from 'typeorm';
import { type Actor, currentActor } from '../kit/actor';
import { CLOCK } from '../kit/config';
import { isNotYet } from './await-database';
import type { Database } from './data-source';
import { StatementSequence } from './statement-sequence';
import { storageFault } from './storage-fault';
import { Unit } from './unit';
import { WriteConnection } from './write-connection';

export const DATABASE = Symbol('Database');

export interface UnitOptions {
  /** The actor, where it is neither the current request's nor the server: a lab's agent, for its messages. */
  readonly by?: Actor;
}

/**
 * The unit of work that the current steps belong to. One for all instances: Node 20 and 22 copy each storage to each new
 * promise, so that one storage for each started service made a process slower with each start.
 */
const running = new AsyncLocalStorage<UnitOfWork>();

type Work<T> = (unit: Unit) => Promise<T>;

/**
 * The only way to write. On SQLite, TypeORM has one connection: a write outside an open transaction would join it and
 * be rolled back with it, so units of work wait for one another. Inside one, do no I/O except the database's.
 */
@Injectable()
export class UnitOfWork {
  private readonly listeners: ((committed: Unit) => void)[] = [];
  private readonly troubleListeners: ((trouble: Fault) => void)[] = [];
  private readonly connection: WriteConnection;
  private readonly turns = new SerialQueue();
  private currentTrouble: Fault | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.connection = new WriteConnection(database);
  }

  /** Why the database refuses writes now; undefined again after a successful write. */
  get trouble(): Fault | undefined {
    return this.currentTrouble;
  }

  /**
   * Runs `work` in one transaction: all of it is committed, or nothing. Rejects with the error of `work`, or with the
   * error of a statement that `work` caught itself: after that nothing can be committed. `work` passes its `Unit` to
   * all functions that write in the same transaction.
   * @throws Error when called inside another unit of work: on SQLite it would wait for itself forever.
   * @throws Fault REQUEST.OUTCOME_UNKNOWN when the connection was lost during the commit
   */
  run<T>(work: Work<T>, options: UnitOptions = {}): Promise<T> {
    if (running.getStore() === this)
      throw new Error('a unit of work inside another: pass the Unit on instead');
    const turn = () => running.run(this, () => this.transact(work, options));
    return this.isSqlite ? this.turns.add(turn) : turn();
  }

  /** Makes a write that changes nothing, to find out whether the database accepts writes. */
  async attempt(): Promise<void> {
    // PostgreSQL writes a commit without changed rows to disk only if the transaction has an id.
    const write = async ({ manager }: Unit) => {
      if (!this.isSqlite) await manager.query('SELECT pg_current_xact_id()');
    };
    await this.run(write).catch(() => undefined);
  }

  /** Calls `listener` after every commit, with what was committed: this is when the outbox is sent. */
  onCommit(listener: (committed: Unit) => void): void {
    this.listeners.push(listener);
  }

  /** Calls `listener` when the database starts to refuse writes: once, until it accepts them again. */
  onTrouble(listener: (trouble: Fault) => void): void {
    this.troubleListeners.push(listener);
  }

  private get isSqlite(): boolean {
    return this.database.writer.options.type === 'sqlite';
  }

  private async transact<T>(work: Work<T>, options: UnitOptions): Promise<T> {
    try {
      const runner = await this.connection.begin();
      const { result, unit } = await this.perform(runner, work, options);
      await this.commit(runner);
      this.currentTrouble = undefined;
      running.exit(() => {
        for (const listener of this.listeners) listener(unit);
        for (const step of unit.stepsAfterCommit) step();
      });
      return result;
    } catch (error) {
      this.noteTrouble(error);
      throw error;
    }
  }

  private async perform<T>(runner: QueryRunner, work: Work<T>, { by }: UnitOptions) {
    const statements = new StatementSequence(runner);
    try {
      // A transaction that began with a read cannot wait for another process' write: SQLite rejects it immediately.
      if (this.isSqlite) await runner.query('UPDATE write_turn SET turn = turn + 1');
      // The time is read after the wait for other writers: on SQLite, the order of units of work is that of their
      // times.
      const unit = new Unit(runner.manager, this.clock.now(), () => by ?? currentActor());
      const result = await work(unit);
      await statements.end();
      return { result, unit };
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
    running.exit(() => {
      for (const listener of this.troubleListeners) listener(trouble);
    });
  }
}
