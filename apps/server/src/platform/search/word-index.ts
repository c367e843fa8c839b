import type { QueryRunner } from 'typeorm';
import { isSqlite, runAll } from '../persistence/migration-steps';

/**
 * The words of a table, for search: each row is found by the first letters of its words. SQLite has them in an FTS5
 * table, which triggers keep up to date; PostgreSQL in a generated column with a GIN index. All of this is part of the
 * two databases: no extension has to be installed.
 */
export interface WordIndex {
  readonly table: string;
  /** The column of the row's id. Later rows have greater ids. */
  readonly key: string;
  /** The columns with folded texts. A result whose first column starts with the query is listed before others. */
  readonly columns: readonly [string, ...string[]];
  /** The column of the row's lab, where rows are searched by lab. */
  readonly lab?: string;
}

/** A sign that no query has, as its words are letters and digits: typed words never fit the word of a lab. */
const PRIVATE_SIGN = 0xe000;
export const labWord = (labId: string): string =>
  String.fromCodePoint(PRIVATE_SIGN) + labId.replaceAll('-', '');

/** FTS5 separates words at every sign by itself; PostgreSQL gets a list. */
const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~«»“”„°·•€£§×';
/**
 * Splits the texts of a row into words. Its cost mattered while the index was one of this expression; since the words
 * are stored, it is called when a row is written.
 */
const POSTGRES_WORDS = `CREATE OR REPLACE FUNCTION search_words(texts text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE COST 10000 AS $$ BEGIN
    RETURN array_to_tsvector(array_remove(string_to_array(
      translate(texts, '${SIGNS.replaceAll("'", "''")}', '${' '.repeat(SIGNS.length)}'), ' '), '')); END $$`;

const joined = (columns: readonly string[], row = ''): string =>
  columns.map((column) => `coalesce(${row}"${column}", '')`).join(` || ' ' || `);

/** PostgreSQL's column with the words of a row, which it keeps up to date by itself. */
export const STORED_WORDS = 'searchWords';

/** The words of a row of PostgreSQL. */
const wordsOfRow = ({ columns }: WordIndex): string => `search_words(${joined(columns)})`;

/** Adds the index in a migration, with the rows that exist already. */
export const addWordIndex = (runner: QueryRunner, index: WordIndex): Promise<void> =>
  runAll(runner, isSqlite(runner) ? forSqlite(index) : forPostgres(index));

export async function removeWordIndex(runner: QueryRunner, { table }: WordIndex): Promise<void> {
  const triggers = ['added', 'changed', 'removed'].map((each) => `DROP TRIGGER ${table}_words_${each}`);
  await runner.query(`DROP INDEX ${table}_start`);
  await runAll(
    runner,
    isSqlite(runner) ? [...triggers, `DROP TABLE ${table}_words`] : [`DROP INDEX ${table}_words`],
  );
}

/**
 * Lets PostgreSQL store the words of each row in a column, in a migration. To split a text takes much longer than to
 * read its words, and a search compares the words of some thousand rows. SQLite's FTS5 table has the words already.
 */
export async function storeWords(runner: QueryRunner, index: WordIndex): Promise<void> {
  if (isSqlite(runner)) return;
  const words = `tsvector GENERATED ALWAYS AS (${wordsOfRow(index)}) STORED`;
  await runAll(runner, [
    `DROP INDEX ${index.table}_words`,
    `ALTER TABLE ${index.table} ADD COLUMN "${STORED_WORDS}" ${words}`,
    // New rows go into the index at once: in a list of waiting ones, each search would read all of them.
    `CREATE INDEX ${index.table}_words ON ${index.table} USING gin ("${STORED_WORDS}") WITH (fastupdate = off)`,
  ]);
}

export async function removeStoredWords(runner: QueryRunner, index: WordIndex): Promise<void> {
  if (isSqlite(runner)) return;
  await runAll(runner, [
    `ALTER TABLE ${index.table} DROP COLUMN "${STORED_WORDS}"`,
    indexOfSplitWords(index),
  ]);
}

const forPostgres = (index: WordIndex): string[] => [
  POSTGRES_WORDS,
  `CREATE INDEX ${index.table}_start ON ${index.table} ("${index.columns[0]}" varchar_pattern_ops, "${index.key}")`,
  indexOfSplitWords(index),
];

const indexOfSplitWords = (index: WordIndex): string =>
  `CREATE INDEX ${index.table}_words ON ${index.table} USING gin (${wordsOfRow(index)})`;

function forSqlite({ table, key, columns, lab }: WordIndex): string[] {
  const words = `${table}_words`;
  const lab_ = (row: string) =>
    lab ? ` || ' ' || char(${PRIVATE_SIGN}) || replace(${row}"${lab}", '-', '')` : '';
  const text = (row = '') => joined(columns, row) + lab_(row);
  const old = `rowid IN (SELECT rowid FROM ${words} WHERE ${words} MATCH 'subject : "' || OLD."${key}" || '"')`;
  const changing = [...columns, ...(lab ? [lab] : [])].map((column) => `"${column}"`).join(', ');
  return [
    `CREATE INDEX ${table}_start ON ${table} ("${columns[0]}", "${key}")`,
    `CREATE VIRTUAL TABLE ${words}
      USING fts5(words, subject, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3')`,
    // Otherwise the words of a person who was erased stay in the file until FTS5 merges its parts.
    `INSERT INTO ${words} (${words}, rank) VALUES ('secure-delete', 1)`,
    `INSERT INTO ${words} (words, subject) SELECT ${text()}, "${key}" FROM ${table} ORDER BY "${key}"`,
    `CREATE TRIGGER ${words}_added AFTER INSERT ON ${table} BEGIN
      INSERT INTO ${words} (words, subject) VALUES (${text('NEW.')}, NEW."${key}"); END`,
    `CREATE TRIGGER ${words}_changed AFTER UPDATE OF ${changing} ON ${table} BEGIN
      UPDATE ${words} SET words = ${text('NEW.')} WHERE ${old}; END`,
    `CREATE TRIGGER ${words}_removed AFTER DELETE ON ${table} BEGIN DELETE FROM ${words} WHERE ${old}; END`,
  ];
}
