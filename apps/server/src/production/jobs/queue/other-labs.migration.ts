import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../../platform/persistence/migration-steps';

/** The labs to which a waiting job may go, and when it last did. */
export class OtherLabs1764500121000 implements MigrationInterface {
  name = 'OtherLabs1764500121000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `ALTER TABLE jobs ADD COLUMN "otherLabIds" text NOT NULL DEFAULT '[]'`,
      'ALTER TABLE jobs ADD COLUMN "labChangedAt" bigint',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE jobs DROP COLUMN "labChangedAt"',
      'ALTER TABLE jobs DROP COLUMN "otherLabIds"',
    ]);
  }
}
