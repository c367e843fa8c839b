import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, runAll } from '../../platform/persistence/migration-steps';

/** Heaters in an unknown state, answers and emergency stops, as a record. */
export class MachineEvents1763915000000 implements MigrationInterface {
  name = 'MachineEvents1763915000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE machine_events (
        id varchar PRIMARY KEY NOT NULL, "machineId" varchar NOT NULL REFERENCES machines(id), type varchar NOT NULL,
        "accountId" varchar REFERENCES accounts(id), details text, at bigint NOT NULL)`,
      'CREATE INDEX machine_events_machine ON machine_events ("machineId", at)',
    ]);
    await makeAppendOnly(runner, 'machine_events');
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
