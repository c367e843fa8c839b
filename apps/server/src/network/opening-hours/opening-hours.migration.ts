import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Opening hours of labs; no lab has any at first, and is always open. */
export class OpeningHours1764500040000 implements MigrationInterface {
  name = 'OpeningHours1764500040000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE lab_weeks (
        "labId" varchar PRIMARY KEY NOT NULL REFERENCES labs(id), week text, version bigint NOT NULL,
        "changedAt" bigint NOT NULL)`,
      `CREATE TABLE lab_closures (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), "firstDay" varchar NOT NULL,
        "lastDay" varchar NOT NULL, hours text NOT NULL, reason varchar NOT NULL, "createdAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX lab_closures_days ON lab_closures ("labId", "lastDay", "firstDay")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, ['DROP TABLE lab_closures', 'DROP TABLE lab_weeks']);
  }
}
