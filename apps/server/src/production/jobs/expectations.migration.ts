import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

const EXPECTED = '"startAt" bigint, "endAt" bigint, "startFrom" bigint, "startUntil" bigint';

/** Expected starts of waiting jobs, and how right they were; recent runs of a lab are read at each decision. */
export class Expectations1764500070000 implements MigrationInterface {
  name = 'Expectations1764500070000';

  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, [
      `CREATE TABLE job_expectations (
        "jobId" varchar PRIMARY KEY NOT NULL REFERENCES jobs(id), "labId" varchar NOT NULL REFERENCES labs(id),
        place bigint NOT NULL, "machineId" varchar REFERENCES machines(id), ${EXPECTED},
        "needsChange" boolean NOT NULL,
        "toldAt" bigint, "toldStartAt" bigint, "toldFrom" bigint, "toldUntil" bigint, "slipToldAt" bigint)`,
      'CREATE INDEX job_expectations_lab ON job_expectations ("labId", place)',
      `CREATE TABLE expectation_results (
        "jobId" varchar PRIMARY KEY NOT NULL REFERENCES jobs(id), "labId" varchar NOT NULL REFERENCES labs(id),
        "toldAt" bigint NOT NULL, "toldStartAt" bigint NOT NULL, "toldFrom" bigint NOT NULL,
        "toldUntil" bigint NOT NULL, "startedAt" bigint NOT NULL)`,
      'CREATE INDEX expectation_results_lab ON expectation_results ("labId", "startedAt")',
      'CREATE INDEX runs_lab ON runs ("labId", "assignedAt")',
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return runAll(runner, [
      'DROP INDEX runs_lab',
      'DROP TABLE expectation_results',
      'DROP TABLE job_expectations',
    ]);
  }
}
