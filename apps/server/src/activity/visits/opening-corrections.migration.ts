import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Hours of labs say whether the server closed them, and have versions for those who correct them. */
export class OpeningCorrections1764500230000 implements MigrationInterface {
  name = 'OpeningCorrections1764500230000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE lab_openings ADD COLUMN "closedByServer" boolean NOT NULL DEFAULT false',
      'ALTER TABLE lab_openings ADD COLUMN version bigint NOT NULL DEFAULT 1',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      ['version', '"closedByServer"'].map((column) => `ALTER TABLE lab_openings DROP COLUMN ${column}`),
    );
  }
}
