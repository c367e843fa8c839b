import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../../../platform/persistence/migration-steps';

/** Requests of slicers for a token. */
export class SlicerRequests1764500032000 implements MigrationInterface {
  name = 'SlicerRequests1764500032000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE slicer_requests (
        id varchar PRIMARY KEY NOT NULL, "secretHash" varchar NOT NULL, app varchar NOT NULL, code varchar NOT NULL,
        decision varchar NOT NULL, "accountId" varchar, "createdAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX slicer_requests_secret ON slicer_requests ("secretHash")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE slicer_requests');
  }
}
