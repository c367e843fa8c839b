import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job can be for one machine only. */
export class OnlyMachine1764500030000 implements MigrationInterface {
  name = 'OnlyMachine1764500030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE jobs ADD COLUMN "onlyMachineId" varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE jobs DROP COLUMN "onlyMachineId"');
  }
}
