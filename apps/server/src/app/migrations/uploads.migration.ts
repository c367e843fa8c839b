import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Files that were uploaded for a check before they are submitted; and an index that finds the jobs of a submission. */
export class Uploads1763955000000 implements MigrationInterface {
  name = 'Uploads1763955000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE uploads (
        id varchar PRIMARY KEY NOT NULL, "accountId" varchar NOT NULL REFERENCES accounts(id),
        "fileSha256" varchar NOT NULL REFERENCES files(sha256), "fileName" varchar NOT NULL,
        "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX uploads_own ON uploads ("accountId", "fileSha256", "fileName")',
      'CREATE INDEX uploads_file ON uploads ("fileSha256")',
      'CREATE INDEX jobs_batch ON jobs ("batchId")',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
