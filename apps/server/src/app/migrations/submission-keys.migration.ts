import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Clients' own keys for submissions, so that a submission that is sent again creates no duplicate. */
export class SubmissionKeys1763950000000 implements MigrationInterface {
  name = 'SubmissionKeys1763950000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE submission_keys (
        id varchar PRIMARY KEY NOT NULL, "accountId" varchar NOT NULL REFERENCES accounts(id),
        fingerprint varchar NOT NULL, "batchId" varchar REFERENCES batches(id), claim varchar NOT NULL,
        "createdAt" bigint NOT NULL)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
