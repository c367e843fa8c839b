import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The line of a client order by which a session is paid. Staff may delete the line, so it is no foreign key. */
export class SessionLines1764500251000 implements MigrationInterface {
  name = 'SessionLines1764500251000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN "prestationLineId" varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN "prestationLineId"');
  }
}
