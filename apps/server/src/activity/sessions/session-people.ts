import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { RegistrationState } from '@pandafab/domain';
import type { MemberId, RegistrationId, SessionId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Registry } from '../../platform/kit/registry';
import type { Unit } from '../../platform/persistence/unit';
import type { Session } from './session.entities';

export interface PeopleCounts {
  readonly registered: number;
  readonly waiting: number;
  readonly present: number;
}

/** Where a person stands at a session. */
export interface OwnPlace {
  readonly registrationId: RegistrationId;
  readonly memberId: MemberId;
  readonly state: RegistrationState;
}

/** A session before and after a change. */
export interface SessionChange {
  readonly before: Session;
  readonly after: Session;
}

/** What sessions need to know about the people at them, and what they do to them. */
export interface PeopleBook {
  counts(manager: EntityManager, ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, PeopleCounts>>;
  /** The registrations of these people that are not cancelled. */
  placesOf(
    manager: EntityManager,
    members: readonly MemberId[],
    ids: readonly SessionId[],
  ): Promise<ReadonlyMap<SessionId, readonly OwnPlace[]>>;
  /** Keeps others from registering until the unit of work ends: counts that are read afterwards stay true. */
  hold(unit: Unit): Promise<void>;
  /** Gives free places to those who wait, and tells people of another time, place or title. */
  follow(unit: Unit, changes: readonly SessionChange[]): Promise<void>;
  /** Tells those who are registered that these sessions do not take place. */
  tellCancelled(unit: Unit, sessions: readonly Session[]): Promise<void>;
}

const BOOK = 'people';

const NO_COUNTS: PeopleCounts = { registered: 0, waiting: 0, present: 0 };

/** Where sessions ask about their people. activity/registrations knows them, and registers here. */
@Injectable()
export class SessionPeople implements OnApplicationBootstrap {
  private readonly books = new Registry<typeof BOOK, PeopleBook>('book of the sessions’');

  register(book: PeopleBook): void {
    this.books.register(BOOK, book);
  }

  onApplicationBootstrap(): void {
    this.books.assertComplete([BOOK]);
  }

  get book(): PeopleBook {
    return this.books.get(BOOK);
  }

  /** Of one session. */
  async countsOf(manager: EntityManager, id: SessionId): Promise<PeopleCounts> {
    return (await this.book.counts(manager, [id])).get(id) ?? NO_COUNTS;
  }
}

export const countsIn = (all: ReadonlyMap<SessionId, PeopleCounts>, id: SessionId): PeopleCounts =>
  all.get(id) ?? NO_COUNTS;
