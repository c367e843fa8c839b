import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Visits, hours at which labs were open, and tablets at their doors. */
export class Visits1764500218000 implements MigrationInterface {
  name = 'Visits1764500218000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE kiosks (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), name varchar NOT NULL,
        "tokenHash" varchar NOT NULL, "createdBy" varchar NOT NULL REFERENCES accounts(id),
        "createdAt" bigint NOT NULL, "lastUsedAt" bigint, "revokedAt" bigint)`,
      'CREATE UNIQUE INDEX kiosks_token ON kiosks ("tokenHash")',
      'CREATE INDEX kiosks_lab ON kiosks ("labId")',
      `CREATE TABLE visits (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), at bigint NOT NULL,
        day varchar NOT NULL, public varchar NOT NULL, purpose varchar NOT NULL, people bigint NOT NULL,
        "memberId" varchar REFERENCES members(id), category varchar, "accountId" varchar REFERENCES accounts(id),
        "kioskId" varchar REFERENCES kiosks(id), "undoneAt" bigint)`,
      'CREATE INDEX visits_day ON visits (day, "labId")',
      'CREATE INDEX visits_member ON visits ("memberId", day)',
      `CREATE TABLE lab_openings (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), "openedAt" bigint NOT NULL,
        "closedAt" bigint, day varchar NOT NULL, "accountId" varchar REFERENCES accounts(id),
        "kioskId" varchar REFERENCES kiosks(id), note varchar)`,
      'CREATE UNIQUE INDEX lab_openings_one ON lab_openings ("labId") WHERE "closedAt" IS NULL',
      'CREATE INDEX lab_openings_day ON lab_openings (day, "labId")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      ['lab_openings', 'visits', 'kiosks'].map((table) => `DROP TABLE ${table}`),
    );
  }
}
