import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** How long beds stay occupied. */
export class BedClearings1764500140000 implements MigrationInterface {
  name = 'BedClearings1764500140000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      'ALTER TABLE machines ADD COLUMN "bedSince" bigint',
      `CREATE TABLE bed_clearings (
        id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id),
        "labId" varchar NOT NULL REFERENCES labs(id), "occupiedAt" bigint NOT NULL, "clearedAt" bigint NOT NULL)`,
      'CREATE INDEX bed_clearings_lab ON bed_clearings ("labId", "clearedAt")',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, ['DROP TABLE bed_clearings', 'ALTER TABLE machines DROP COLUMN "bedSince"']);
  }
}
