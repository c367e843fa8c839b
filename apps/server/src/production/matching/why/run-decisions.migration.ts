import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../../platform/persistence/migration-steps';

/** Why a run began where it did can be asked later. */
export class RunDecisions1764500101000 implements MigrationInterface {
  name = 'RunDecisions1764500101000';

  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, [
      `CREATE TABLE run_decisions (
        "runId" varchar PRIMARY KEY NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        "jobId" varchar NOT NULL REFERENCES jobs(id), "labId" varchar NOT NULL REFERENCES labs(id),
        decision text NOT NULL)`,
      'CREATE INDEX run_decisions_job ON run_decisions ("jobId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE run_decisions');
  }
}
