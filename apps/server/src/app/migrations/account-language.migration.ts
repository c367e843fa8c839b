import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language in which a person reads the pages, on every device; null for a person who has never chosen one. */
export class AccountLanguage1763975000000 implements MigrationInterface {
  name = 'AccountLanguage1763975000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts ADD COLUMN language varchar');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
