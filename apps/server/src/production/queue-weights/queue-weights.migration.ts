import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lab can change what its queue weighs against what. */
export class QueueWeights1764500100000 implements MigrationInterface {
  name = 'QueueWeights1764500100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE queue_weights (
        "labId" varchar PRIMARY KEY NOT NULL REFERENCES labs(id), deviations text NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE queue_weights');
  }
}
