import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** One-time codes by which a computer becomes a lab's agent. */
export class Enrolment1763930000000 implements MigrationInterface {
  name = 'Enrolment1763930000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE enrolment_codes (
        id varchar PRIMARY KEY NOT NULL, "labId" varchar NOT NULL REFERENCES labs(id), "codeHash" varchar NOT NULL UNIQUE,
        "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL,
        "usedAt" bigint)`,
      'ALTER TABLE agents ADD COLUMN "mayTakeOver" boolean NOT NULL DEFAULT false',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
