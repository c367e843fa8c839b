import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

/** Planned maintenance of machines, what was done, and when a service is due. */
export class Maintenance1764500042000 implements MigrationInterface {
  name = 'Maintenance1764500042000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE maintenance_windows (
        id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id),
        "labId" varchar NOT NULL REFERENCES labs(id), "fromAt" bigint NOT NULL, "untilAt" bigint NOT NULL,
        reason varchar NOT NULL, "plannedBy" varchar NOT NULL REFERENCES accounts(id), "plannedAt" bigint NOT NULL,
        "cancelledBy" varchar REFERENCES accounts(id), "cancelledAt" bigint)`,
      'CREATE INDEX maintenance_windows_lab ON maintenance_windows ("labId", "untilAt")',
      'CREATE INDEX maintenance_windows_machine ON maintenance_windows ("machineId", "untilAt")',
      `CREATE TABLE service_rules (
        id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id), what varchar NOT NULL,
        "everyHours" bigint NOT NULL, "lastDoneHours" double precision NOT NULL, "createdAt" bigint NOT NULL,
        "removedAt" bigint)`,
      'CREATE INDEX service_rules_machine ON service_rules ("machineId")',
      `CREATE TABLE maintenance_entries (
        id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id),
        "ruleId" varchar REFERENCES service_rules(id), words varchar NOT NULL, "hoursRun" double precision NOT NULL,
        "writtenBy" varchar NOT NULL REFERENCES accounts(id), at bigint NOT NULL)`,
      'CREATE INDEX maintenance_entries_machine ON maintenance_entries ("machineId", at)',
    ]);
    await makeAppendOnly(runner, 'maintenance_entries');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(
      runner,
      ['maintenance_entries', 'service_rules', 'maintenance_windows'].map((table) => `DROP TABLE ${table}`),
    );
  }
}
