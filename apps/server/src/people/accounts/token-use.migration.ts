import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each token was last used: a token that no program uses is one to revoke. */
export class TokenUse1764352200000 implements MigrationInterface {
  name = 'TokenUse1764352200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_tokens ADD COLUMN "lastUsedAt" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_tokens DROP COLUMN "lastUsedAt"');
  }
}
