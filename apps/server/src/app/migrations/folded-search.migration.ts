import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFolded, type Folding } from '../../platform/persistence/fill-folded';

const FOLDINGS: readonly Folding[] = [
  { table: 'member_contacts', key: 'memberId', column: 'foldedName', of: ['displayName'] },
  { table: 'organisations', key: 'id', column: 'foldedName', of: ['name'] },
  { table: 'member_groups', key: 'id', column: 'foldedName', of: ['name'] },
  { table: 'jobs', key: 'id', column: 'foldedFileName', of: ['fileName'] },
  { table: 'audit_entries', key: 'id', column: 'foldedValues', of: ['before', 'after'], kept: true },
  {
    table: 'audit_personal_details',
    key: 'entryId',
    column: 'foldedValues',
    of: ['before', 'after'],
    kept: true,
  },
];

/**
 * The columns for search: names, file names and recorded values without accents and case, the same on both databases.
 */
export class FoldedSearch1763976100000 implements MigrationInterface {
  name = 'FoldedSearch1763976100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const folding of FOLDINGS) await addFolded(runner, folding);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, column } of FOLDINGS)
      await runner.query(`ALTER TABLE ${table} DROP COLUMN "${column}"`);
  }
}
