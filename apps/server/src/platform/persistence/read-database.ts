import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { Database } from './data-source';
import { DATABASE } from './unit-of-work';

/** Reads outside a unit of work: it sees committed rows only, and cannot write. */
@Injectable()
export class ReadDatabase {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  of<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.database.reader.getRepository(entity);
  }

  get manager(): EntityManager {
    return this.database.reader.manager;
  }
}
