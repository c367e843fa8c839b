import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, makeAppendOnly, refuse, runAll } from '../../platform/persistence/migration-steps';

/** Closures of days, months and years. */
export class Closures1764500154000 implements MigrationInterface {
  name = 'Closures1764500154000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE closures (
        id varchar PRIMARY KEY NOT NULL, number varchar NOT NULL, period varchar NOT NULL, "firstDay" varchar NOT NULL,
        "lastDay" varchar NOT NULL, totals text NOT NULL, perpetual text NOT NULL,
        "closedBy" varchar REFERENCES accounts(id), at bigint NOT NULL)`,
      'CREATE UNIQUE INDEX closures_number ON closures (number)',
      'CREATE INDEX closures_day ON closures (period, "lastDay")',
    ]);
    await makeAppendOnly(runner, 'closures');
    if (!isSqlite(runner)) await refuse(runner, 'TRUNCATE', 'closures');
  }

  async down(): Promise<void> {
    throw new Error('closures are kept for ten years: restore a backup instead');
  }
}
