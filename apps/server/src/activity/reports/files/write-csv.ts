import { buffer } from 'node:stream/consumers';
import type { Cell } from '../../../money/exports/tables/cell';
import { csvOf } from '../../../money/exports/tables/csv';
import type { Sheet } from './sheets';

/** All sheets in one table: the name of the sheet first, then its rows, each part with its titles. */
export async function writeCsv(sheets: readonly Sheet[]): Promise<Buffer> {
  const width = Math.max(...sheets.map(({ titles }) => titles.length));
  return buffer(csvOf(['Partie', ...Array.from({ length: width }, () => '')], rows(sheets)));
}

async function* rows(sheets: readonly Sheet[]): AsyncGenerator<readonly Cell[]> {
  for (const { name, titles, rows: own } of sheets) {
    yield [name, ...titles];
    for (const row of own) yield [name, ...row];
  }
}
