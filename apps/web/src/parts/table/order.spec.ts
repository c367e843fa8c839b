import { compareCells, rowMatches } from './order';

describe('the order of a column', () => {
  const sorted = (...cells: (string | number)[]) => cells.sort((a, b) => compareCells(a, b, 'fr'));

  it('takes numbers by size and texts as the language does', () => {
    expect(sorted(10, 9, 100)).toEqual([9, 10, 100]);
    expect(sorted('zèbre', 'Élan', 'eau', 'école')).toEqual(['eau', 'école', 'Élan', 'zèbre']);
    expect(sorted('PLA-10', 'PLA-9', 'PLA-1')).toEqual(['PLA-1', 'PLA-9', 'PLA-10']);
  });
});

describe('a search in the rows', () => {
  it('finds each word in any cell, without accents and capitals', () => {
    expect(rowMatches(['Éléonore', 'Résidente', 42], 'eleo resid')).toBe(true);
    expect(rowMatches(['Éléonore', null, undefined], '  ÉLÉO ')).toBe(true);
    expect(rowMatches(['Éléonore', 'Résidente'], 'eleo client')).toBe(false);
    expect(rowMatches([750], '75')).toBe(true);
  });
});
