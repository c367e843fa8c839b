import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which language somebody reads the pages in, wherever they sign in; null where they never said. */
export class AccountLanguage1763975000000 implements MigrationInterface {
  name = 'AccountLanguage1763975000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts ADD COLUMN language varchar');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
