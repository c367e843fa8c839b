import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

/** Counts of tills. */
export class CashCounts1764500153000 implements MigrationInterface {
  name = 'CashCounts1764500153000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE cash_counts (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar REFERENCES labs(id), day varchar NOT NULL,
        "countedCents" bigint NOT NULL, "expectedCents" bigint NOT NULL, reason varchar,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), at bigint NOT NULL)`,
      'CREATE INDEX cash_counts_day ON cash_counts (day, at)',
    ]);
    await makeAppendOnly(runner, 'cash_counts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cash_counts');
  }
}
