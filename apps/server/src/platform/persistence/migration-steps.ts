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

export interface Freezing {
  /** In SQL, of the row as it was: `OLD."number" IS NOT NULL`. */
  readonly when: string;
  /** The columns that no longer change. */
  readonly columns: readonly string[];
}

/**
 * Makes the database refuse to change these columns of a row, and to delete the row, once `when` is true for it. A
 * statement that names one of the columns is refused even if it changes nothing.
 */
export async function makeFrozenAfter(
  runner: QueryRunner,
  table: string,
  { when, columns }: Freezing,
): Promise<void> {
  const named = columns.map((column) => `"${column}"`).join(', ');
  await refuseWhen(runner, { name: `${table}_frozen`, verb: `UPDATE OF ${named}`, table, when });
  await refuseWhen(runner, { name: `${table}_kept`, verb: 'DELETE', table, when });
}

export interface ConditionalRefusal {
  /** Of the trigger. */
  readonly name: string;
  readonly verb: string;
  readonly table: string;
  /** In SQL: `OLD` and `NEW` are the row before and after. */
  readonly when: string;
}

/** Makes the database refuse this operation for the rows that fulfil a condition. */
export async function refuseWhen(
  runner: QueryRunner,
  { name, verb, table, when }: ConditionalRefusal,
): Promise<void> {
  if (isSqlite(runner)) {
    await runner.query(
      `CREATE TRIGGER ${name} BEFORE ${verb} ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${table} is frozen'); END`,
    );
    return;
  }
  await runner.query(
    `CREATE OR REPLACE FUNCTION refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '% is frozen', TG_TABLE_NAME; END $$`,
  );
  await runner.query(
    `CREATE TRIGGER ${name} BEFORE ${verb} ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refuse_frozen()`,
  );
}
