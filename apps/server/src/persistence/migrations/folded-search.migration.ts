import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldedOf } from '../folded-columns';
import { isSqlite, whileChangeable } from './dialect';

interface Folding {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly of: readonly string[];
  /** The database keeps its rows as they are. */
  readonly kept?: true;
}

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
const BATCH = 500;

/** Ids are UUIDs: none is smaller than nothing. */
async function fill(runner: QueryRunner, { table, key, column, of }: Folding): Promise<void> {
  const [first, second] = isSqlite(runner) ? ['?', '?'] : ['$1', '$2'];
  const columns = of.map((each) => `"${each}"`).join(', ');
  let after = '';
  for (;;) {
    const rows: Record<string, string | null>[] = await runner.query(
      `SELECT "${key}", ${columns} FROM ${table} WHERE "${key}" > ${first} ORDER BY "${key}" LIMIT ${BATCH}`,
      [after],
    );
    for (const row of rows) {
      const text = foldedOf(of.map((each) => row[each]));
      const change = `UPDATE ${table} SET "${column}" = ${first} WHERE "${key}" = ${second}`;
      if (text !== null) await runner.query(change, [text, row[key]]);
    }
    const last = rows.at(-1)?.[key];
    if (!last) return;
    after = last;
  }
}

/** What search looks in: names, file names and noted values without accents and case, the same on both databases. */
export class FoldedSearch1763976100000 implements MigrationInterface {
  name = 'FoldedSearch1763976100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const folding of FOLDINGS) {
      await runner.query(`ALTER TABLE ${folding.table} ADD COLUMN "${folding.column}" varchar`);
      const work = () => fill(runner, folding);
      await (folding.kept ? whileChangeable(runner, folding.table, work) : work());
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, column } of FOLDINGS)
      await runner.query(`ALTER TABLE ${table} DROP COLUMN "${column}"`);
  }
}
