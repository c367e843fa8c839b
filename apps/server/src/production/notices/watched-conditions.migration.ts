import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conditions that staff are told of once they last. */
export class WatchedConditions1764500051000 implements MigrationInterface {
  name = 'WatchedConditions1764500051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE watched_conditions (
      id varchar PRIMARY KEY NOT NULL, since bigint NOT NULL, "toldAt" bigint, "endedAt" bigint)`);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
