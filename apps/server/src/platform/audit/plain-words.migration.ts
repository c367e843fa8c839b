import type { MigrationInterface, QueryRunner } from 'typeorm';
import { whileChangeable } from '../persistence/migration-steps';

/**
 * Renames two kinds of words in audit entries. Earlier versions stored the actor `nobody` for a person who was not signed
 * in, now `visitor`; and actions that end in `-wished`, now `-requested`.
 */
export class PlainAuditWords1764330000000 implements MigrationInterface {
  name = 'PlainAuditWords1764330000000';

  async up(runner: QueryRunner): Promise<void> {
    await whileChangeable(runner, 'audit_entries', async () => {
      await runner.query(`UPDATE audit_entries SET "actorKind" = 'visitor' WHERE "actorKind" = 'nobody'`);
      await runner.query(
        `UPDATE audit_entries SET action = replace(action, '-wished', '-requested') WHERE action LIKE '%-wished'`,
      );
    });
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
