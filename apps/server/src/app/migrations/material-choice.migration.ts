import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** The material that the file was made for, where a maker knowingly asked for another one. */
export class MaterialChoice1763981000000 implements MigrationInterface {
  name = 'MaterialChoice1763981000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, ['ALTER TABLE jobs ADD COLUMN "insteadOf" varchar']);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
