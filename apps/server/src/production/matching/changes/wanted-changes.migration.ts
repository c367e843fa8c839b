import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../../platform/persistence/migration-steps';

/** Staff see which spools should be changed. */
export class WantedChanges1764500102000 implements MigrationInterface {
  name = 'WantedChanges1764500102000';

  up(runner: QueryRunner): Promise<void> {
    return runAll(runner, [
      `CREATE TABLE wanted_changes (
        "machineId" varchar NOT NULL REFERENCES machines(id), load varchar NOT NULL,
        "labId" varchar NOT NULL REFERENCES labs(id), "jobId" varchar NOT NULL REFERENCES jobs(id),
        jobs bigint NOT NULL, since bigint NOT NULL, wanted boolean NOT NULL,
        PRIMARY KEY ("machineId", load))`,
      'CREATE INDEX wanted_changes_lab ON wanted_changes ("labId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wanted_changes');
  }
}
