import { text } from 'node:stream/consumers';
import type { Cell } from './cell';
import { csvOf } from './csv';
import { MOST_ROWS, xlsxOf } from './xlsx';

async function* rowsOf(rows: Iterable<readonly Cell[]>): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}

describe('tables', () => {
  it('have French amounts and days as CSV, and no text is run as a formula', async () => {
    const row = [
      '=1+1',
      { cents: -5 },
      { cents: 123_456 },
      { cents: null },
      { day: '2026-11-30' },
      null,
      { number: 2.5 },
    ];
    const lines = (await text(csvOf(['A;B', 'C'], rowsOf([row])))).split('\r\n');
    expect(lines).toEqual(['\ufeff"A;B";C', `'=1+1;"-0,05";"1234,56";;2026-11-30;;"2,5"`, '']);
  });

  it('are spreadsheets up to a number of rows, and refused above it', async () => {
    const row: readonly Cell[] = ['Texte', { cents: 1 }, { day: '2026-11-30' }, null];
    const many = function* (count: number) {
      for (let at = 0; at < count; at++) yield row;
    };
    const file = await xlsxOf(['A', 'B', 'C', 'D'], rowsOf(many(3)), 'Feuille');
    expect(file.subarray(0, 2).toString()).toBe('PK');
    await expect(xlsxOf(['A'], rowsOf(many(MOST_ROWS + 1)), 'Feuille')).rejects.toMatchObject({
      code: 'EXPORT.TOO_MANY_ROWS',
    });
  });
});
