import { Fault } from '@pandafab/shared';
import type { CellObject, Row } from 'write-excel-file/node';
import type { Cell } from './cell';

/** A spreadsheet file is made in memory: longer tables are CSV. */
export const MOST_ROWS = 50_000;

/** Loaded for the first file. */
export const excel = () => require('write-excel-file/node') as typeof import('write-excel-file/node');

const MS_PER_DAY = 86_400_000;

/** A day at noon UTC, so that no time zone moves it. */
const dateOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY / 2);

/** A cell of a spreadsheet file. */
export function xlsxCell(cell: Cell): CellObject | null {
  if (cell === null) return null;
  // A text is stored as text: no spreadsheet runs it.
  if (typeof cell === 'string') return cell === '' ? null : { value: cell, type: String };
  if ('cents' in cell)
    return cell.cents === null ? null : { value: cell.cents / 100, type: Number, format: '#,##0.00' };
  if ('day' in cell)
    return cell.day === null ? null : { value: dateOf(cell.day), type: Date, format: 'dd/mm/yyyy' };
  return { value: cell.number, type: Number };
}

/** A table as a spreadsheet file. @throws Fault EXPORT.TOO_MANY_ROWS above `MOST_ROWS` */
export async function xlsxOf(
  titles: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  sheet: string,
): Promise<Buffer> {
  const table: Row[] = [titles.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' }))];
  for await (const row of rows) {
    if (table.length > MOST_ROWS) throw new Fault('EXPORT.TOO_MANY_ROWS', { most: MOST_ROWS });
    table.push(row.map(xlsxCell));
  }
  const columns = titles.map((title) => ({ width: Math.max(14, title.length + 2) }));
  return excel()
    .default(table, { sheet: sheet.slice(0, 31), columns, stickyRowsCount: 1 })
    .toBuffer();
}
