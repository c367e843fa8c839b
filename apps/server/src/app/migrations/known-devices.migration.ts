import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Browsers known to an account: a stranger who guesses its password cannot lock them out. */
export class KnownDevices1763965000000 implements MigrationInterface {
  name = 'KnownDevices1763965000000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE known_devices (
        id varchar PRIMARY KEY NOT NULL, "tokenHash" varchar NOT NULL,
        "accountId" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL,
        "lastUsedAt" bigint NOT NULL, "expiresAt" bigint NOT NULL)`,
      'CREATE UNIQUE INDEX known_devices_once ON known_devices ("tokenHash", "accountId")',
      'CREATE INDEX known_devices_account ON known_devices ("accountId")',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
