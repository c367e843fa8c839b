import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** The catalogue of introductions. */
export class Topics1764500210000 implements MigrationInterface {
  name = 'Topics1764500210000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE topics (
        id varchar PRIMARY KEY NOT NULL, "nameFr" varchar NOT NULL, "nameEn" varchar NOT NULL, "foldedName" varchar,
        level varchar NOT NULL, "aimsFr" varchar NOT NULL, "aimsEn" varchar NOT NULL, "lengthMinutes" bigint NOT NULL,
        audiences text NOT NULL, capacity bigint NOT NULL, "inductionKind" varchar REFERENCES machine_kinds(code),
        "priceCents" bigint NOT NULL, position bigint NOT NULL, version bigint NOT NULL, "retiredAt" bigint)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE topics');
  }
}
