import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first day of a version's prices; null for versions published before: they apply from their publication. */
export class TariffDay1764440000000 implements MigrationInterface {
  name = 'TariffDay1764440000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tariff_versions ADD COLUMN "inForceFrom" varchar');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
