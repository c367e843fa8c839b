import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

const machines = [
  'ALTER TABLE machines ADD COLUMN "minXMm" double precision',
  'ALTER TABLE machines ADD COLUMN "minYMm" double precision',
  'ALTER TABLE machines ADD COLUMN "minZMm" double precision',
  'ALTER TABLE machines ADD COLUMN "maxChamberCelsius" double precision',
  `CREATE TABLE machine_changes (
    id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id),
    "accountId" varchar NOT NULL REFERENCES accounts(id), changes text NOT NULL, at bigint NOT NULL)`,
  'CREATE INDEX machine_changes_machine ON machine_changes ("machineId")',
  `CREATE TABLE machine_allowances (
    id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id), command varchar NOT NULL,
    reason varchar NOT NULL, "allowedBy" varchar NOT NULL REFERENCES accounts(id), "allowedAt" bigint NOT NULL,
    "withdrawnBy" varchar REFERENCES accounts(id), "withdrawnAt" bigint)`,
  `CREATE UNIQUE INDEX machine_allowances_standing ON machine_allowances ("machineId", command)
    WHERE "withdrawnAt" IS NULL`,
];

const files = [
  `CREATE TABLE thumbnails (
    id varchar PRIMARY KEY NOT NULL, "fileSha256" varchar NOT NULL REFERENCES files(sha256), width bigint NOT NULL,
    height bigint NOT NULL, format varchar NOT NULL, bytes text NOT NULL)`,
  'CREATE INDEX thumbnails_file ON thumbnails ("fileSha256")',
  'CREATE INDEX files_analyser_version ON files ("analyserVersion")',
  'ALTER TABLE jobs ADD COLUMN refusal text',
  // If a later analyser accepts the file after all, the reason why its jobs were refused would be lost.
  `UPDATE jobs SET refusal = (SELECT files.refusal FROM files WHERE files.sha256 = jobs."fileSha256")
    WHERE state = 'refused'`,
  'ALTER TABLE runs ADD COLUMN stripped text',
];

/** The data that the guard checks files against, managers' allowances, and more data of a file to show. */
export class Guard1763910000000 implements MigrationInterface {
  name = 'Guard1763910000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [...machines, ...files]);
    await makeAppendOnly(runner, 'machine_changes');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
