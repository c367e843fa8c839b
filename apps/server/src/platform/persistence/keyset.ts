import { Fault, folded } from '@pandafab/shared';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { type Cursor, writeCursor } from '../http/cursor';
import type { Page, Sort } from '../http/fields';

/** A column that a list is ordered by. */
export interface Key<Row> {
  /** Its name in the query, such as `job.createdAt`. */
  readonly column: string;
  readonly order: 'ASC' | 'DESC';
  /** The column's value in a row. */
  readonly of: (row: Row) => string | number;
  readonly isNumber?: true;
}

export interface Part<Row> {
  readonly items: Row[];
  /** The length of the whole list. */
  readonly total: number;
  /** The cursor of the next part, for `after`; null at the end. Undefined for a query with `offset`. */
  readonly next?: string | null;
}

/** By an instant, the latest first; rows of one instant by their ids. */
export const latestFirst = <Row extends { readonly id: string }>(
  alias: string,
  instant: keyof Row & string,
): Key<Row>[] => [
  { column: `${alias}.${instant}`, order: 'DESC', of: (row) => Number(row[instant]), isNumber: true },
  { column: `${alias}.id`, order: 'DESC', of: ({ id }) => id },
];

/** By the folded name: the same order on both databases, and accents make no difference. */
export const byName = <Row extends { readonly id: string; readonly name: string }>(
  alias: string,
): Key<Row>[] => [
  { column: `${alias}.foldedName`, order: 'ASC', of: ({ name }) => folded(name) },
  { column: `${alias}.id`, order: 'ASC', of: ({ id }) => id },
];

/** What a list can be sorted by. */
export type SortKeys<Row, Name extends string> = Readonly<Record<Name, Omit<Key<Row>, 'order'>>>;

/** The keys of a requested order, such as `-createdAt`; `last` orders the rows that are equal in it. */
export function sortedBy<Row, Name extends string>(
  sort: Sort<Name>,
  keys: SortKeys<Row, Name>,
  last: Omit<Key<Row>, 'order'>,
): Key<Row>[] {
  const order = sort.startsWith('-') ? 'DESC' : 'ASC';
  const name = sort.replace(/^-/, '') as Name;
  return [keys[name], last].map((key) => ({ ...key, order }));
}

/**
 * A part of a list: after a given row, whatever was added or removed before it since (keyset paging), or after a
 * number of rows.
 * @param keys the last of them is different for every two rows
 * @param join adds what only the order needs: a join makes the count slow, and must neither add nor remove rows
 * @throws Fault REQUEST.INVALID for a cursor of another list
 */
export async function readPart<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  keys: readonly Key<Row>[],
  { limit, offset, after }: Page,
  join?: (query: SelectQueryBuilder<Row>) => unknown,
): Promise<Part<Row>> {
  const total = await query.getCount();
  join?.(query);
  for (const { column, order } of keys) query.addOrderBy(column, order);
  if (after) query.andWhere(behind(keys, after));
  const found = await query
    .limit(limit + 1)
    .offset(after ? 0 : offset)
    .getMany();
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  if (offset > 0 && !after) return { items, total };
  return { items, total, next: last ? writeCursor(keys.map(({ of }) => of(last))) : null };
}

/** Rows after a cursor: the first key is further, or it is equal and the second is further, and so on. */
function behind<Row>(keys: readonly Key<Row>[], after: Cursor): Brackets {
  const fits = keys.every(({ isNumber }, at) => typeof after[at] === (isNumber ? 'number' : 'string'));
  if (!fits || after.length !== keys.length) throw new Fault('REQUEST.INVALID', { reason: 'after' });
  return new Brackets((either) => {
    for (const [at, { column, order }] of keys.entries()) {
      const same = keys.slice(0, at).map((key, before) => `${key.column} = :after${before}`);
      const further = `${column} ${order === 'ASC' ? '>' : '<'} :after${at}`;
      either.orWhere([...same, further].join(' AND '), parametersOf(after));
    }
  });
}

const parametersOf = (after: Cursor) => Object.fromEntries(after.map((value, at) => [`after${at}`, value]));
