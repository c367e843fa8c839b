import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The leaders of a group see its jobs: without this index, every job would be looked at. */
export class GroupJobs1764424800000 implements MigrationInterface {
  name = 'GroupJobs1764424800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX jobs_group ON jobs ("groupId") WHERE "groupId" IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX jobs_group');
  }
}
