import type { AccountId, LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kit/actor';

/** The labs in which a unit of work changed data that pages may be showing. */
export type Touched = ReadonlySet<LabId>;

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
    private readonly labs = new Set<LabId>(),
    private readonly steps: (() => void)[] = [],
    private readonly accounts = new Set<AccountId>(),
  ) {}

  /** The actor. It is read only when it is written: the account of a request is known after the guard has run. */
  get by(): Actor {
    return this.actor();
  }

  get touched(): Touched {
    return this.labs;
  }

  /** Notes that this unit of work changes data of the lab: live pages of the lab are refreshed after the commit. */
  touch(labId: LabId): void {
    this.labs.add(labId);
  }

  /** Notes that this account has something new to read: its open pages are told after the commit. */
  tell(accountId: AccountId): void {
    this.accounts.add(accountId);
  }

  /** The accounts to tell after the commit. */
  get told(): ReadonlySet<AccountId> {
    return this.accounts;
  }

  /** Calls `step` once this unit of work is committed; never when it is rolled back. It must not throw. */
  afterCommit(step: () => void): void {
    this.steps.push(step);
  }

  /** What to call after the commit. */
  get stepsAfterCommit(): readonly (() => void)[] {
    return this.steps;
  }

  /** The same unit of work, for a step of another actor: for example a decision of the server because of a request. */
  as(actor: Actor): Unit {
    return new Unit(this.manager, this.now, () => actor, this.labs, this.steps, this.accounts);
  }
}
