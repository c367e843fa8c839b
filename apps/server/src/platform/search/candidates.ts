import type { LabId } from '@pandafab/shared';
import { containing, starting } from '../persistence/search';
import type { Asked } from './asked';
import { labWord, STORED_WORDS, type WordIndex } from './word-index';

/** Where a source looks for rows that may fit. */
export interface Reach {
  /** Only rows of these labs. */
  readonly labs?: readonly LabId[];
  /** Fitting rows that are looked at, the latest first. More where the account sees only some of them. */
  readonly most?: number;
  /** Rows that belong to the account: those of them that fit are all looked at. */
  readonly own?: { readonly where: string; readonly parameters: Readonly<Record<string, unknown>> };
  /** Further rows, as a subquery that selects their ids as `k`. */
  readonly also?: string;
}

const MOST = 100;
/** In the latest rows, parts of words are found too, such as “dapt” of “adapter”. No index can do that. */
const NEWEST = 500;
/** PostgreSQL looks at so many latest rows for each one that is wanted, before it reads the index. */
const RECENT = 20;

const quoted = (word: string): string => `"${word}"`;
const ofLabs = (labs: readonly LabId[], or: string, wrap: (word: string) => string): string =>
  `(${labs.map((labId) => wrap(labWord(labId))).join(or)})`;

/** The query in FTS5's language: every word begins with one of those typed; or the text begins with all of them. */
function sqliteMatch({ words }: Asked, { labs }: Reach) {
  const scope = labs ? `${ofLabs(labs, ' OR ', quoted)} AND ` : '';
  return {
    anywhere: `words : (${scope}${words.map((word) => `${quoted(word)} *`).join(' AND ')})`,
    atStart: `words : (${scope}^ ${quoted(words.join(' '))} *)`,
  };
}

/** The query in PostgreSQL's language: the row has words that begin with all of those typed. */
const prefixesOf = ({ words }: Asked): string => words.map((word) => `'${word}':*`).join(' & ');

const inOrder = (rows: string, order: string, most: number): string =>
  `${rows} ORDER BY ${order} DESC LIMIT ${most}`;
const latest = (ids: string, order: string, most: number): string =>
  `SELECT k FROM (${inOrder(ids, order, most)}) found`;

/**
 * A subquery with the ids of rows that fit: of each way of finding them only some, the latest. It is as fast on large
 * tables as on small ones. The words are compared here and not in the query around it, for which PostgreSQL would
 * compare them with every row of the table.
 */
export function candidates(index: WordIndex, asked: Asked, reach: Reach, isSqlite: boolean) {
  const { table, key, columns } = index;
  const { own, also } = reach;
  const names = columns.map((column) => `"${column}"`);
  const words = withAllWords(names, asked);
  const newest = `SELECT "${key}" AS k, ${names.join(', ')} FROM ${table} ORDER BY "${key}" DESC LIMIT ${NEWEST}`;
  const arms = [
    `SELECT k FROM (${newest}) found WHERE ${words.where}`,
    ...(own ? [`SELECT "${key}" AS k FROM ${table} WHERE ${own.where} AND ${words.where}`] : []),
    ...(also ? [also] : []),
    ...(isSqlite ? sqliteArms : postgresArms)(index, asked, reach),
  ];
  const found = { start: starting(asked.whole), ...sqliteMatch(asked, reach), prefixes: prefixesOf(asked) };
  const scope = reach.labs && { reached: reach.labs };
  return {
    ids: arms.join(' UNION '),
    parameters: { ...words.parameters, ...found, ...scope, ...own?.parameters },
  };
}

function sqliteArms(
  { table, key, columns }: WordIndex,
  { hasWords }: Asked,
  { most = MOST }: Reach,
): string[] {
  const match = (query: string) =>
    latest(`SELECT subject AS k FROM ${table}_words WHERE ${table}_words MATCH ${query}`, 'rowid', most);
  const exact = `SELECT "${key}" AS k FROM ${table} WHERE "${columns[0]}" = :whole`;
  return [latest(exact, `"${key}"`, most), ...(hasWords ? [match(':anywhere'), match(':atStart')] : [])];
}

function postgresArms(index: WordIndex, { hasWords }: Asked, { labs, most = MOST }: Reach): string[] {
  const { table, key, columns, lab } = index;
  const scope = labs && lab ? ` AND "${lab}" IN (:...reached)` : '';
  const rows = (where: string) =>
    latest(`SELECT "${key}" AS k FROM ${table} WHERE ${where}${scope}`, `"${key}"`, most);
  return [
    rows(`"${columns[0]}" = :whole`),
    rows(`"${columns[0]}" LIKE :start`),
    ...(hasWords ? [`(${latestWithWords(index, scope, most)})`] : []),
  ];
}

/**
 * The latest rows with words that begin as typed. For a frequent word the latest rows of the table have enough of them,
 * where the index would give a large part of the table; for a rare word it is the other way round. PostgreSQL cannot
 * choose, as it does not know how many rows have a beginning of a word. So it looks at the latest rows first, and reads
 * the index only if these are too few. OFFSET 0 keeps it from walking through the table in the order of the ids instead.
 */
function latestWithWords({ table, key }: WordIndex, scope: string, most: number): string {
  const fits = `"${STORED_WORDS}" @@ CAST(:prefixes AS tsquery)${scope}`;
  const rows = inOrder(`SELECT * FROM ${table}`, `"${key}"`, most * RECENT);
  const recent = inOrder(`SELECT "${key}" AS k FROM (${rows}) found WHERE ${fits}`, 'k', most);
  const tooFew = `(SELECT count(*) FROM recent) < ${most}`;
  const indexed = `SELECT "${key}" AS k FROM ${table} WHERE ${fits} AND ${tooFew} OFFSET 0`;
  return `WITH recent AS MATERIALIZED (${recent})
    SELECT k FROM recent UNION ${latest(`SELECT k FROM (${indexed}) found`, 'k', most)}`;
}

/** Conditions that a row with all words fulfils. @param columns of the query, such as `job.foldedFileName` */
export const withAllWords = (columns: readonly string[], { words }: Asked) => ({
  where: words
    .map((_, at) => `(${columns.map((column) => `${column} LIKE :word${at} ESCAPE '\\'`).join(' OR ')})`)
    .join(' AND '),
  parameters: Object.fromEntries(words.map((word, at) => [`word${at}`, containing(word)])),
});
