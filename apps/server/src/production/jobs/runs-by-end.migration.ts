import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For the hours that machines ran in a period. */
export class RunsByEnd1764500281000 implements MigrationInterface {
  name = 'RunsByEnd1764500281000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX runs_ended ON runs ("endedAt")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX runs_ended');
  }
}
