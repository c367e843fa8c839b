import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

/** The history of jobs and runs, and jobs that are made again. */
export class Transitions1763920000000 implements MigrationInterface {
  name = 'Transitions1763920000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE transitions (
        id varchar PRIMARY KEY NOT NULL, "jobId" varchar NOT NULL REFERENCES jobs(id),
        "runId" varchar REFERENCES runs(id), "from" varchar, "to" varchar NOT NULL, event varchar NOT NULL,
        cause text, "actorKind" varchar NOT NULL, "actorId" varchar, at bigint NOT NULL)`,
      'CREATE INDEX transitions_job ON transitions ("jobId", id)',
      'ALTER TABLE jobs ADD COLUMN "redoOf" varchar REFERENCES jobs(id)',
      // A job is made again once, however often and by however many people that is requested.
      'CREATE UNIQUE INDEX jobs_redo_of ON jobs ("redoOf") WHERE "redoOf" IS NOT NULL',
    ]);
    await makeAppendOnly(runner, 'transitions');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
