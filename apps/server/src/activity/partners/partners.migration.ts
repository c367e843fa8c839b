import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** What reports need to know of organisations. */
export class Partners1764500211000 implements MigrationInterface {
  name = 'Partners1764500211000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE partners (
        "organisationId" varchar PRIMARY KEY NOT NULL REFERENCES organisations(id), kind varchar NOT NULL,
        neighbourhood varchar, "priorityEducation" boolean NOT NULL, version bigint NOT NULL,
        "changedBy" varchar NOT NULL REFERENCES accounts(id), "changedAt" bigint NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE partners');
  }
}
