import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps of queues that failed at every attempt. */
export class DeadLetters1763925000000 implements MigrationInterface {
  name = 'DeadLetters1763925000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE dead_letters (
      id varchar PRIMARY KEY NOT NULL, name varchar NOT NULL, data text NOT NULL, error varchar NOT NULL,
      attempts integer NOT NULL, "firstFailedAt" bigint NOT NULL, "lastFailedAt" bigint NOT NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
