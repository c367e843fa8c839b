import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Cards of members. */
export class MemberCards1764500212000 implements MigrationInterface {
  name = 'MemberCards1764500212000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE member_cards (
        id varchar PRIMARY KEY NOT NULL, "memberId" varchar NOT NULL REFERENCES members(id), code varchar NOT NULL,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL, "revokedAt" bigint)`,
      'CREATE UNIQUE INDEX member_cards_code ON member_cards (code) WHERE "revokedAt" IS NULL',
      'CREATE INDEX member_cards_member ON member_cards ("memberId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_cards');
  }
}
