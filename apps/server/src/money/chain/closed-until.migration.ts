import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the last closed day to the row of the chain's head. Every unit of work that writes money locks this row, so it
 * reads the day while no closure can change it. Verifications also count the records besides documents.
 */
export class ClosedUntil1764500151000 implements MigrationInterface {
  name = 'ClosedUntil1764500151000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE chain_head ADD COLUMN "closedUntil" varchar NOT NULL DEFAULT ''`);
    await runner.query('ALTER TABLE chain_verifications ADD COLUMN records bigint');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
