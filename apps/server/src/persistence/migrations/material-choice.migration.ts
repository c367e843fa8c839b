import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './dialect';

/** What a maker knew a file to be made for when they asked for another material. */
export class MaterialChoice1763981000000 implements MigrationInterface {
  name = 'MaterialChoice1763981000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, ['ALTER TABLE jobs ADD COLUMN "insteadOf" varchar']);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
