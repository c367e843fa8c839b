import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** The run whose part lies on a machine's bed. */
export class BedRun1763940000000 implements MigrationInterface {
  name = 'BedRun1763940000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, ['ALTER TABLE machines ADD COLUMN "bedRunId" varchar REFERENCES runs(id)']);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
