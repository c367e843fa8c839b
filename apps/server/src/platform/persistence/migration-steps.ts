import type { QueryRunner } from 'typeorm';

export const isSqlite = (runner: QueryRunner): boolean => runner.connection.options.type === 'sqlite';

/** Runs statements that both databases accept, in order. */
export async function runAll(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}

/** SQLite has no TRUNCATE. */
type Verb = 'UPDATE' | 'DELETE' | 'TRUNCATE';

/** Makes the database refuse this operation on a table's rows. */
export async function refuse(runner: QueryRunner, verb: Verb, table: string): Promise<void> {
  const name = `${table}_no_${verb.toLowerCase()}`;
  if (isSqlite(runner)) {
    await runner.query(
      `CREATE TRIGGER ${name} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    );
    return;
  }
  await runner.query(
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  );
  const each = verb === 'TRUNCATE' ? 'STATEMENT' : 'ROW';
  await runner.query(
    `CREATE TRIGGER ${name} BEFORE ${verb} ON ${table} FOR EACH ${each} EXECUTE FUNCTION refuse_change()`,
  );
}

/**
 * Makes the database refuse to change or delete a table's rows, on both engines. SQLite drops a table's triggers when
 * a migration rebuilds it: call this again then.
 */
export async function makeAppendOnly(runner: QueryRunner, table: string): Promise<void> {
  await refuse(runner, 'UPDATE', table);
  await refuse(runner, 'DELETE', table);
}

/**
 * Lets a migration change an append-only table's rows, for example where a secret was recorded. Both databases change
 * schemas in transactions: if the work fails, the protection stays.
 */
export async function whileChangeable(
  runner: QueryRunner,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  await runner.query(`DROP TRIGGER ${table}_no_update${isSqlite(runner) ? '' : ` ON ${table}`}`);
  await work();
  await refuse(runner, 'UPDATE', table);
}
