import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last closed day stands on the head: whoever writes money has locked it. */
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
