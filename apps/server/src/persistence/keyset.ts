import { Fault, folded } from '@pandafab/shared';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { type Cursor, writeCursor } from '../api/cursor';
import type { Page } from '../api/fields';

/** What a list is in the order of. */
export interface Key<Row> {
  /** As the query calls it, such as `job.createdAt`. */
  readonly column: string;
  readonly order: 'ASC' | 'DESC';
  /** The column's value in a row that was read. */
  readonly of: (row: Row) => string | number;
  readonly isNumber?: true;
}

export interface Part<Row> {
  readonly items: Row[];
  /** How long the whole list is. */
  readonly total: number;
  /** Where the next part begins, for `after`; null behind the last. Whoever counts by `offset` is given none. */
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

/**
 * A part of a list: after a row that was read, whatever has come or gone before it since (keyset paging), or after so
 * many rows.
 * @param keys the last of them tells every two rows apart
 * @throws Fault REQUEST.INVALID for a cursor of another list
 */
export async function readPart<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  keys: readonly Key<Row>[],
  { limit, offset, after }: Page,
): Promise<Part<Row>> {
  const total = await query.getCount();
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

/** Rows behind a cursor: the first key is further on, or it is the same and the second is, and so on. */
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
