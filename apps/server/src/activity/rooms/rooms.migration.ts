import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Rooms and equipment that sessions use. */
export class Rooms1764500213000 implements MigrationInterface {
  name = 'Rooms1764500213000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE rooms (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), kind varchar NOT NULL,
        name varchar NOT NULL, places bigint, version bigint NOT NULL, "retiredAt" bigint)`,
      'CREATE INDEX rooms_lab ON rooms ("labId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rooms');
  }
}
