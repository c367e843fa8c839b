import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** What a run was expected to take, so that print times can be learnt. */
export class ExpectedRuns1764500141000 implements MigrationInterface {
  name = 'ExpectedRuns1764500141000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE runs ADD COLUMN "expectedSeconds" double precision',
      'ALTER TABLE runs ADD COLUMN plastic varchar',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE runs DROP COLUMN plastic',
      'ALTER TABLE runs DROP COLUMN "expectedSeconds"',
    ]);
  }
}
