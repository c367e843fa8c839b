import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lab can ask for a manager's yes before some jobs begin. */
export class ApprovalRules1764500060000 implements MigrationInterface {
  name = 'ApprovalRules1764500060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE approval_rules (
        "labId" varchar PRIMARY KEY NOT NULL REFERENCES labs(id), "firstJobs" bigint,
        "longerThanHours" double precision, "costOverCents" bigint, materials text NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE approval_rules');
  }
}
