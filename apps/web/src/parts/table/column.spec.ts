import { type Column, canSort, shownOf } from './column';

const columns: Column<object>[] = [
  { id: 'name', header: 'Nom' },
  { id: 'lab', header: 'Lab', choice: 'shown', value: () => 1 },
  { id: 'phone', header: 'Téléphone', choice: 'hidden', isSortedByServer: true },
];
const shown = (...changed: string[]) => shownOf(columns, changed).map(({ id }) => id);

describe('the columns of a list', () => {
  it('are shown as they are at first, until the reader changes it', () => {
    expect(shown()).toEqual(['name', 'lab']);
    expect(shown('lab', 'phone')).toEqual(['name', 'phone']);
  });

  it('cannot all be hidden, whatever the address says', () => {
    expect(shown('name', 'nothing')).toEqual(['name', 'lab']);
  });

  it('sort the list by their values, or where the server can', () => {
    expect(columns.map((column) => canSort(column, false))).toEqual([false, true, false]);
    expect(columns.map((column) => canSort(column, true))).toEqual([false, false, true]);
  });
});
