import type { Wording } from '@pandafab/shared';
import type { ZodType } from 'zod';
import { cursorField } from '../../../platform/http/cursor';
import type { Cell } from '../tables/cell';

export interface ListColumn<Row> {
  readonly title: Wording;
  readonly of: (row: Row) => Cell;
}

/** A list of money that can be taken out as a table: its name in the address, its filters and its columns. */
export interface ListExport<Row, Query> {
  readonly name: string;
  /** Of the file, and of the sheet. */
  readonly title: Wording;
  /** The schema of the list's own route: the same filters and orders. */
  readonly query: ZodType<Query>;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: (query: Query) => AsyncGenerator<Row>;
}

/** A list whose rows and filters do not matter any more. */
export interface AnyList extends Pick<ListExport<unknown, unknown>, 'name' | 'title' | 'query'> {
  readonly columns: readonly Wording[];
  readonly cells: (query: unknown) => AsyncGenerator<readonly Cell[]>;
}

/** Hides the type of the rows. */
export const anyList = <Row, Query>(list: ListExport<Row, Query>): AnyList => ({
  ...{ name: list.name, title: list.title, query: list.query as ZodType<unknown> },
  columns: list.columns.map(({ title }) => title),
  async *cells(query) {
    for await (const row of list.rows(query as Query)) yield list.columns.map(({ of }) => of(row));
  },
});

/** As lists are paged: a part, and the cursor of the next. */
interface Part<Row> {
  readonly items: readonly Row[];
  readonly next?: string | null | undefined;
}

const MOST = 200;

/** All rows of a list that is read part by part. @param asked the filters and the order; its page does not matter */
export async function* allRows<Row, Query extends object>(
  asked: Query,
  read: (query: Query) => Promise<Part<Row>>,
): AsyncGenerator<Row> {
  let after: unknown;
  for (;;) {
    const { items, next } = await read({ ...asked, limit: MOST, offset: 0, after });
    yield* items;
    if (!next) return;
    after = cursorField.parse(next);
  }
}
