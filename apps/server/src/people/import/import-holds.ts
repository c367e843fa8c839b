import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FaultCode, MemberId } from '@pandafab/shared';
import type { EntityTarget } from 'typeorm';
import { Registry } from '../../platform/kit/registry';
import { assertRegistered } from '../../platform/persistence/assert-registered';
import type { Database } from '../../platform/persistence/data-source';
import { DATABASE } from '../../platform/persistence/unit-of-work';

interface Hold {
  readonly table: EntityTarget<{ memberId: MemberId | null }>;
  /** Why a member with a row in the table stays; null if the rows are removed with the member. */
  readonly reason: FaultCode | null;
}

/**
 * The tables whose rows keep an imported member when the import is undone, each with the code of the reason. Each
 * module with data of members registers its tables. The server does not start if a table with a member's id is not
 * registered, because undoing an import would then leave rows of removed members.
 */
@Injectable()
export class ImportHolds implements OnApplicationBootstrap {
  private readonly holds = new Registry<string, Hold>('hold of imports by the table');

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  register(table: Hold['table'], reason: Hold['reason']): void {
    this.holds.register(this.database.reader.getMetadata(table).tableName, { table, reason });
  }

  /** @throws Error with the names of the tables with a member's id that no module registered */
  onApplicationBootstrap(): void {
    const registered = new Set<unknown>(this.holds.all().map(([, { table }]) => table));
    const isMeant = (column: string) => column === 'memberId';
    assertRegistered(this.database, isMeant, registered, 'hold of imports by the table');
  }

  /** The tables that keep a member, with the reasons. */
  all(): readonly (readonly [FaultCode, Hold['table']])[] {
    return this.holds.all().flatMap(([, { table, reason }]) => (reason ? [[reason, table] as const] : []));
  }
}
