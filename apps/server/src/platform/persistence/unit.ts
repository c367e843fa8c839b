import type { AccountId, LabId } from '@pandafab/shared';
import type { EntityManager, ObjectType } from 'typeorm';
import type { Actor } from '../kit/actor';

/** What others do once a unit of work is committed. */
class Aftermath {
  readonly labs = new Set<LabId>();
  readonly accounts = new Set<AccountId>();
  readonly fed = new Set<ObjectType<object>>();
  readonly steps: (() => void)[] = [];
}

/**
 * One unit of work, as functions that write receive it: the transaction, its time and its actor. Functions that only
 * read take the `EntityManager` alone, so that reads outside a unit of work can call them too.
 */
export class Unit {
  /**
   * @param manager of the transaction: its reads and writes are part of this unit of work
   * @param now UTC, milliseconds: one time for all writes of the unit of work
   */
  constructor(
    readonly manager: EntityManager,
    readonly now: number,
    private readonly actor: () => Actor,
    private readonly aftermath = new Aftermath(),
  ) {}

  /** The actor. It is read only when it is written: the account of a request is known after the guard has run. */
  get by(): Actor {
    return this.actor();
  }

  /** The labs in which it changed data that pages may be showing. */
  get touched(): ReadonlySet<LabId> {
    return this.aftermath.labs;
  }

  /** Notes that this unit of work changes data of the lab: live pages of the lab are refreshed after the commit. */
  touch(labId: LabId): void {
    this.aftermath.labs.add(labId);
  }

  /** Notes that this account has something new to read: its open pages are told after the commit. */
  tell(accountId: AccountId): void {
    this.aftermath.accounts.add(accountId);
  }

  /** The accounts to tell after the commit. */
  get told(): ReadonlySet<AccountId> {
    return this.aftermath.accounts;
  }

  /** Notes that this unit of work adds rows to a table whose rows are sent: its sender is woken after the commit. */
  feed(table: ObjectType<object>): void {
    this.aftermath.fed.add(table);
  }

  /** True if rows of this table are to be sent after the commit. */
  feeds(table: ObjectType<object>): boolean {
    return this.aftermath.fed.has(table);
  }

  /** Calls `step` once this unit of work is committed; never when it is rolled back. It must not throw. */
  afterCommit(step: () => void): void {
    this.aftermath.steps.push(step);
  }

  /** What to call after the commit. */
  get stepsAfterCommit(): readonly (() => void)[] {
    return this.aftermath.steps;
  }

  /** The same unit of work, for a step of another actor: for example a decision of the server because of a request. */
  as(actor: Actor): Unit {
    return new Unit(this.manager, this.now, () => actor, this.aftermath);
  }
}
