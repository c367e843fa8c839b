import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** When trainers can be booked. */
export class TrainerHours1764500217000 implements MigrationInterface {
  name = 'TrainerHours1764500217000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE trainer_hours (
        id varchar PRIMARY KEY NOT NULL, "trainerId" varchar NOT NULL REFERENCES accounts(id),
        "labId" varchar NOT NULL REFERENCES labs(id), week text NOT NULL, exceptions text NOT NULL,
        "slotMinutes" bigint NOT NULL, topics text NOT NULL, "daysAhead" bigint NOT NULL, "noticeHours" bigint NOT NULL,
        version bigint NOT NULL, "changedAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX trainer_hours_one ON trainer_hours ("trainerId", "labId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE trainer_hours');
  }
}
