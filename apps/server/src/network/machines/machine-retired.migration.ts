import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Machines that are no longer used, with their history; null for a machine in service. */
export class MachineRetired1764420000000 implements MigrationInterface {
  name = 'MachineRetired1764420000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE machines ADD COLUMN "retiredAt" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE machines DROP COLUMN "retiredAt"');
  }
}
