import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filaments that are no longer bought are retired, and stay on the spools that have them. */
export class RetiredFilaments1764352100000 implements MigrationInterface {
  name = 'RetiredFilaments1764352100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE filaments ADD COLUMN "retiredAt" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE filaments DROP COLUMN "retiredAt"');
  }
}
