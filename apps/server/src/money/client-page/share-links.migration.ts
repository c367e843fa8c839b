import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** Secret links for clients. */
export class ShareLinks1764500023000 implements MigrationInterface {
  name = 'ShareLinks1764500023000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `CREATE TABLE share_links (
        id varchar PRIMARY KEY NOT NULL, "prestationId" varchar NOT NULL REFERENCES prestations(id),
        "tokenHash" varchar NOT NULL, "createdBy" varchar NOT NULL REFERENCES accounts(id),
        "createdAt" bigint NOT NULL, "revokedBy" varchar REFERENCES accounts(id), "revokedAt" bigint)`,
      'CREATE UNIQUE INDEX share_links_token ON share_links ("tokenHash")',
      'CREATE INDEX share_links_prestation ON share_links ("prestationId")',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
