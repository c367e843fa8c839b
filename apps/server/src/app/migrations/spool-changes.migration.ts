import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

/** Spools that were changed during a run: the run's consumption is booked on each of them. */
export class SpoolChanges1763982000000 implements MigrationInterface {
  name = 'SpoolChanges1763982000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE spool_changes (
        id varchar PRIMARY KEY NOT NULL, "runId" varchar NOT NULL REFERENCES runs(id), tool bigint NOT NULL,
        "spoolId" varchar REFERENCES spools(id), "linesAcknowledged" bigint NOT NULL, "filamentUm" bigint NOT NULL,
        "accountId" varchar NOT NULL, at bigint NOT NULL)`,
      'CREATE INDEX spool_changes_run ON spool_changes ("runId")',
      'DROP INDEX material_movements_run_tool',
      `CREATE UNIQUE INDEX material_movements_run_tool ON material_movements ("runId", tool, "spoolId")
        WHERE "runId" IS NOT NULL`,
    ]);
    await makeAppendOnly(runner, 'spool_changes');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
