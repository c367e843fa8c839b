import type { CellObject, Row } from 'write-excel-file/node';
import type { Cell } from '../../../money/exports/tables/cell';
import { excel, xlsxCell } from '../../../money/exports/tables/xlsx';
import { widthsOf } from './column-widths';
import type { Sheet } from './sheets';
import { withoutTimes } from './zip-times';

const title = (value: string): CellObject => ({ value, type: String, fontWeight: 'bold' });
const row = (cells: readonly Cell[]): Row => cells.map(xlsxCell);

/** The sheets as a file of Excel. The same sheets give the same bytes. */
export async function writeXlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const file = await excel()
    .default(
      sheets.map((sheet) => ({
        data: [sheet.titles.map(title), ...sheet.rows.map(row)],
        sheet: sheet.name,
        columns: widthsOf(sheet).map((width) => ({ width })),
        stickyRowsCount: 1,
      })),
    )
    .toBuffer();
  return withoutTimes(file);
}
