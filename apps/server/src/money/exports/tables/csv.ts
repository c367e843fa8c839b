import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { inGroups } from '../read/merged';
import { type Cell, csvCell } from './cell';

/** Lines that are written together. */
const LINES_AT_ONCE = 100;

/** Spreadsheets recognise UTF-8 by this byte order mark. */
const BYTE_ORDER_MARK = '\ufeff';
/** Also quotes characters at which another spreadsheet ends a cell. */
const LINES = { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n\t,|]/ };

const lines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(csvCell)),
    LINES,
  );

/** A table as French spreadsheets read it, written while it is read. */
export const csvOf = (titles: readonly string[], rows: AsyncIterable<readonly Cell[]>): Readable =>
  Readable.from(parts(titles, rows));

async function* parts(
  titles: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lines([titles]);
  for await (const group of inGroups(rows, LINES_AT_ONCE)) yield lines(group);
}
