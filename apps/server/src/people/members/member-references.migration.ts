import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../../platform/persistence/migration-steps';

/** The columns that refer to a member and had no index: removing a member read each of these tables whole. */
const COLUMNS = {
  batches: 'memberId',
  mails: 'memberId',
  audit_personal_details: 'memberId',
  account_codes: 'memberId',
  group_payers: 'memberId',
  registrations: 'consentBy',
  members: 'importId',
} as const;
const indexOf = (table: string, column: string): string => `${table}_by_${column.toLowerCase()}`;

export class MemberReferences1764500300000 implements MigrationInterface {
  name = 'MemberReferences1764500300000';

  async up(runner: QueryRunner): Promise<void> {
    const index = ([table, column]: [string, string]) =>
      `CREATE INDEX ${indexOf(table, column)} ON ${table} ("${column}")`;
    await runAll(runner, Object.entries(COLUMNS).map(index));
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = Object.entries(COLUMNS).map(([table, column]) => `DROP INDEX ${indexOf(table, column)}`);
    await runAll(runner, names);
  }
}
