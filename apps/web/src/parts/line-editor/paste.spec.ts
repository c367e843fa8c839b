import { cellsOf, pastedRows, unitOf } from './paste';

describe('cells of a spreadsheet', () => {
  it('are separated by tabs, and may have line breaks within quotes', () => {
    expect(cellsOf('Un\t2\r\n"Avec ""retour""\nà la ligne"\t3\n')).toEqual([
      ['Un', '2'],
      ['Avec "retour" à la ligne', '3'],
    ]);
  });

  it('leave out empty rows', () => expect(cellsOf('a\t1\n\t\nb\t2')).toHaveLength(2));
});

describe('pasted rows', () => {
  it('fill the columns from where they are pasted', () => {
    expect(pastedRows('Équerre\t12\tpièce\t4,50\t10 %', 'label')).toEqual([
      { label: 'Équerre', quantity: '12', unit: 'pièce', unitPrice: '4,50', discount: '10 %' },
    ]);
    expect(pastedRows('2\n3,5\n', 'quantity')).toEqual([{ quantity: '2' }, { quantity: '3,5' }]);
  });

  it('may leave out the unit', () => {
    expect(pastedRows('Équerre\t12\t4,50', 'label')).toEqual([
      { label: 'Équerre', quantity: '12', unitPrice: '4,50' },
    ]);
  });

  it('follow the headings of the spreadsheet', () => {
    const text = 'Réf.\tDésignation\tPU HT\tQté\nA1\tÉquerre\t4,50\t12\nA2\tCale\t1,20\t3';
    expect(pastedRows(text, 'label')).toEqual([
      { label: 'Équerre', unitPrice: '4,50', quantity: '12' },
      { label: 'Cale', unitPrice: '1,20', quantity: '3' },
    ]);
  });

  it('are not made of an ordinary text', () => {
    expect(pastedRows('Équerre de montage', 'label')).toBeUndefined();
    expect(pastedRows('12\n', 'quantity')).toBeUndefined();
  });

  it.each([
    ['Heures', 'HUR'],
    ['h', 'HUR'],
    ['jours', 'DAY'],
    ['Pièces', 'C62'],
    ['kg', 'KGM'],
    ['u.', 'C62'],
  ])('know the unit “%s”', (word, unit) => expect(unitOf(word)).toBe(unit));

  it('know no other word', () => expect(unitOf('mètre')).toBeUndefined());
});
