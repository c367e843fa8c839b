import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite } from '../../platform/persistence/migration-steps';

/** Lists in the order of clients' names: PostgreSQL stops after the first clients instead of sorting all rows. */
export class OrganisationNames1764500035000 implements MigrationInterface {
  name = 'OrganisationNames1764500035000';

  async up(runner: QueryRunner): Promise<void> {
    if (!isSqlite(runner))
      await runner.query('CREATE INDEX organisations_by_name ON organisations ("foldedName", id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!isSqlite(runner)) await runner.query('DROP INDEX organisations_by_name');
  }
}
