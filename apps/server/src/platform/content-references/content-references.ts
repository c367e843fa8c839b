import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Registry } from '../kit/registry';
import { assertRegistered } from '../persistence/assert-registered';
import type { Database } from '../persistence/data-source';
import { DATABASE } from '../persistence/unit-of-work';

/** Rows that refer to a content of the file store by its SHA-256. */
interface Reference {
  readonly entity: EntityTarget<ObjectLiteral>;
  /** The name of the column with the hash. */
  readonly column: string;
}

const HOLDS_A_HASH = new Set(['sha256', 'fileSha256']);

/**
 * Which tables refer to contents of the file store: a content with a reference is kept. Each module that refers to contents
 * registers its table; the server does not start while a table with such a hash is not registered.
 */
@Injectable()
export class ContentReferences implements OnApplicationBootstrap {
  private readonly references = new Registry<string, Reference>('reference to contents of the file store');
  private readonly followers = new Set<EntityTarget<ObjectLiteral>>();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  register(name: string, reference: Reference): void {
    this.references.register(name, reference);
  }

  /** Entities that describe a content and are removed with it: they do not keep it. */
  removedWithContent(...entities: readonly EntityTarget<ObjectLiteral>[]): void {
    for (const entity of entities) this.followers.add(entity);
  }

  onApplicationBootstrap(): void {
    this.assertComplete();
  }

  /** @throws Error naming the tables with a hash of a content that no module registered */
  private assertComplete(): void {
    const referring = this.references.all().map(([, { entity }]) => entity);
    const registered = new Set<unknown>([...referring, ...this.followers]);
    const isMeant = (column: string) => HOLDS_A_HASH.has(column);
    assertRegistered(this.database, isMeant, registered, 'reference to contents of the table');
  }

  /** A condition in SQL: true where a row refers to the content. @param hash in SQL, such as `files.sha256` */
  isReferredTo(hash: string): string {
    // A sweep during the start of the server must not mistake a missing registration for a missing reference.
    this.assertComplete();
    const { reader } = this.database;
    const { driver } = reader;
    const conditions = this.references.all().map(([, { entity, column }]) => {
      const table = driver.escape(reader.getMetadata(entity).tableName);
      return `EXISTS (SELECT 1 FROM ${table} r WHERE r.${driver.escape(column)} = ${hash})`;
    });
    return conditions.join(' OR ');
  }
}
