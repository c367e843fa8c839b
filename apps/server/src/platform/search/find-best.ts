import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isAnyOf } from '../persistence/any-of';
import { starting } from '../persistence/search';
import { type Asked, isId } from './asked';
import { candidates, type Reach, withAllWords } from './candidates';
import type { WordIndex } from './word-index';

/** 0: its name or number is exactly the query; 1: one of its texts starts with the query; 2: it has all words. */
export type Closeness = 0 | 1 | 2;

/** The names of the id and of the folded texts in a query, such as `job.id`. */
export interface Place {
  readonly key: string;
  readonly columns: readonly [string, ...string[]];
}

export interface Best<Row> {
  readonly row: Row;
  readonly closeness: Closeness;
}

/**
 * The rows of a query that fit best: those that are exactly what was typed, then those that start with it, then those
 * that have its words in any order; among equals the latest. An id finds its own row.
 * @param query selects only rows that the account may see
 * @param within the table's index, and where to look in it; undefined: in all rows that the account sees, where these
 * are few
 */
export async function findBest<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  place: Place,
  asked: Asked,
  within?: { readonly index: WordIndex; readonly reach?: Reach },
): Promise<Best<Row>[]> {
  const { key, columns } = place;
  const { whole, limit } = asked;
  if (isId(asked)) query.andWhere(`${key} = :whole`, { whole });
  else restrict(query, place, asked, within);
  const { raw, entities } = await query
    .addSelect(closenessOf(columns), 'closeness')
    .setParameters({ whole, start: starting(whole) })
    .orderBy('closeness', 'ASC')
    .addOrderBy(key, 'DESC')
    .limit(limit)
    .getRawAndEntities<{ closeness: number | string }>();
  const closeness = (at: number) => (isId(asked) ? 0 : (Number(raw[at]?.closeness) as Closeness));
  return entities.map((row, at) => ({ row, closeness: closeness(at) }));
}

function restrict<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { key, columns }: Place,
  asked: Asked,
  within: { readonly index: WordIndex; readonly reach?: Reach } | undefined,
): void {
  if (!within) {
    const { where, parameters } = withAllWords(columns, asked);
    query.andWhere(where, parameters);
    return;
  }
  const isSqlite = query.connection.options.type === 'sqlite';
  const some = candidates(within.index, asked, within.reach ?? {}, isSqlite);
  query.andWhere(isAnyOf(key, some.ids, query.connection), some.parameters);
}

function closenessOf(columns: readonly string[]): string {
  const any = (condition: string) => columns.map((column) => `${column} ${condition}`).join(' OR ');
  return `CASE WHEN ${any('= :whole')} THEN 0 WHEN ${any(`LIKE :start ESCAPE '\\'`)} THEN 1 ELSE 2 END`;
}
