import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AccountId, MemberId } from '@pandafab/shared';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Registry } from '../kit/registry';
import { assertRegistered } from '../persistence/assert-registered';
import type { Database } from '../persistence/data-source';
import { DATABASE } from '../persistence/unit-of-work';

/** The person whose data is exported. */
export interface Owner {
  readonly memberId: MemberId;
  readonly accountId: AccountId;
}

/** One part of the export of a person's data. */
export interface PersonalPart {
  /** The entities whose rows it contains. */
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly read: (manager: EntityManager, owner: Owner) => Promise<unknown>;
}

const HOLDS_A_PERSON = new Set(['memberId', 'accountId']);

/**
 * The data that the service keeps about a person (GDPR, articles 15 and 20). Each module that stores a member's or an
 * account's id registers how to read its rows; the server does not start while an entity with such an id is not
 * registered.
 */
@Injectable()
export class PersonalTables implements OnApplicationBootstrap {
  private readonly parts = new Registry<string, PersonalPart>('part of the export of personal data');
  private readonly leftOut = new Map<EntityTarget<ObjectLiteral>, string>();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** @param name the field of the export */
  register(name: string, part: PersonalPart): void {
    this.parts.register(name, part);
  }

  /**
   * Excludes an entity with a person's id that contains no data about the person. @param reason for readers of the
   * code
   */
  leaveOut(entity: EntityTarget<ObjectLiteral>, reason: string): void {
    this.leftOut.set(entity, reason);
  }

  /** @throws Error naming the tables with a member's or an account's id that no module registered */
  onApplicationBootstrap(): void {
    const registered = new Set<unknown>([...this.exported, ...this.leftOut.keys()]);
    const isMeant = (column: string) => HOLDS_A_PERSON.has(column);
    assertRegistered(this.database, isMeant, registered, 'personal data of the table');
  }

  /** Every entity that is part of the export. */
  get exported(): readonly EntityTarget<ObjectLiteral>[] {
    return this.parts.all().flatMap(([, { entities }]) => entities);
  }

  /** All data about a person, by the names of the parts. */
  async read(manager: EntityManager, owner: Owner): Promise<Record<string, unknown>> {
    const read: Record<string, unknown> = {};
    for (const [name, part] of this.parts.all()) read[name] = await part.read(manager, owner);
    return read;
  }
}
