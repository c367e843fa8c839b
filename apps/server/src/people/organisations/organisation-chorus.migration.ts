import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, runAll } from '../../platform/persistence/migration-steps';

const COLUMNS = ['requiresServiceCode', 'requiresEngagement'];

/** For Chorus Pro: what a public buyer demands on its invoices. */
export class OrganisationChorus1764500003000 implements MigrationInterface {
  name = 'OrganisationChorus1764500003000';

  async up(runner: QueryRunner): Promise<void> {
    const no = isSqlite(runner) ? '0' : 'false';
    await runAll(
      runner,
      COLUMNS.map(
        (column) => `ALTER TABLE organisations ADD COLUMN "${column}" boolean NOT NULL DEFAULT ${no}`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE organisations DROP COLUMN "${column}"`);
  }
}
