import { readListState, withListChange } from './list-state';

const read = (query: string) => readListState(new URLSearchParams(query));
const changed = (query: string, change: Parameters<typeof withListChange>[1]) =>
  withListChange(new URLSearchParams(query), change).toString();

describe('the state of a list in the address', () => {
  it('is read, and nonsense counts as nothing', () => {
    expect(read('q=pla&sort=-grams&from=25&columns=brand,colour')).toEqual({
      ...{ search: 'pla', sort: '-grams', from: 25, columns: ['brand', 'colour'] },
    });
    for (const from of ['-3', 'x', '', 'NaN', '1.5e-9']) expect(read(`from=${from}`).from).toBe(0);
    expect(read('')).toEqual({ search: '', sort: '', from: 0, columns: [] });
  });

  it('is written without empty parts, beside the parameters of the page', () => {
    expect(changed('member=7', { sort: 'name' })).toBe('member=7&sort=name');
    expect(changed('q=pla&member=7', { search: '' })).toBe('member=7');
    expect(changed('', { columns: ['brand'] })).toBe('columns=brand');
  });

  it('begins at the first row when the search or the order changes, and only then', () => {
    expect(changed('from=50', { search: 'a' })).toBe('q=a');
    expect(changed('from=50', { sort: '-name' })).toBe('sort=-name');
    expect(changed('from=50', { columns: ['a'] })).toBe('from=50&columns=a');
    expect(changed('q=a&from=50', { from: 75 })).toBe('q=a&from=75');
  });
});
