import type { QueryRunner } from 'typeorm';
import { foldedOf } from './folded-columns';
import { isSqlite, whileChangeable } from './migration-steps';

export interface Folding {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly of: readonly string[];
  /** The database refuses changes to these rows. */
  readonly kept?: true;
}

const BATCH = 500;

/** Adds a `FoldedColumn` in a migration, with its texts in the rows that exist already. */
export async function addFolded(runner: QueryRunner, folding: Folding): Promise<void> {
  await runner.query(`ALTER TABLE ${folding.table} ADD COLUMN "${folding.column}" varchar`);
  const work = () => fill(runner, folding);
  await (folding.kept ? whileChangeable(runner, folding.table, work) : work());
}

/** Ids are UUIDs: each is greater than the empty text. */
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
