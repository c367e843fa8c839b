import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/**
 * Data that shows when a database, a journal or the files were restored to an earlier state, labs on hold, and stops
 * that have not arrived.
 */
export class RestoredState1763970000000 implements MigrationInterface {
  name = 'RestoredState1763970000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE labs ADD COLUMN "heldSince" bigint',
      'ALTER TABLE labs ADD COLUMN "heldBecause" varchar',
      'ALTER TABLE agents ADD COLUMN "appliedEventId" varchar',
      'ALTER TABLE link_messages ADD COLUMN "overdueAt" bigint',
      'ALTER TABLE files ADD COLUMN "lostAt" bigint',
      // Stops that would have expired after a minute wait for their receipt, or for a person who withdraws them.
      `UPDATE link_messages SET "expiresAt" = NULL
       WHERE kind = 'command' AND body LIKE '%"action":"emergency-stop"%' AND "acknowledgedAt" IS NULL`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
