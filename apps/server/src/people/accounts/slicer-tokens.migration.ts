import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Tokens for slicers: a user name and its digest, and the program that used a token last. */
export class SlicerTokens1764500031000 implements MigrationInterface {
  name = 'SlicerTokens1764500031000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE api_tokens ADD COLUMN "lastClient" varchar',
      'ALTER TABLE api_tokens ADD COLUMN "slicerUser" varchar',
      'ALTER TABLE api_tokens ADD COLUMN "slicerDigest" varchar',
      'CREATE UNIQUE INDEX api_tokens_slicer ON api_tokens ("slicerUser") WHERE "slicerUser" IS NOT NULL',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'DROP INDEX api_tokens_slicer',
      ...['lastClient', 'slicerUser', 'slicerDigest'].map(
        (column) => `ALTER TABLE api_tokens DROP COLUMN "${column}"`,
      ),
    ]);
  }
}
