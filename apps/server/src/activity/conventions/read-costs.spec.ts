import iconv from 'iconv-lite';
import { readCosts } from './read-costs';

const read = (text: string) => readCosts(Buffer.from(text), 'cost');

describe('a file of costs', () => {
  it('is read with commas or points, with titles or without, and whatever separates its cells', () => {
    const expected = [
      { heading: 'Salaires', day: '2026-03-31', cents: 1_234_567, note: null },
      { heading: 'Achats', day: '2026-04-01', cents: 2_050, note: 'Filament' },
    ];
    for (const text of [
      'Poste;Date;Montant;Note\nSalaires;31/03/2026;12 345,67;\nAchats;01/04/2026;20,50;Filament\n',
      'Salaires,2026-03-31,12345.67,\nAchats,2026-04-01,20.50,Filament',
      'Salaires\t31.03.2026\t12.345,67 €\t\r\nAchats\t1.4.2026\t20,5\tFilament\r\n',
    ]) {
      const { lines, broken } = read(text);
      expect(broken).toEqual([]);
      expect(lines.map(({ line: _, sha256: __, ...line }) => line)).toEqual(expected);
    }
  });

  it('may be in the letters of older spreadsheets', () => {
    const { lines } = readCosts(iconv.encode('Énergie;01/02/2026;10,00;été', 'win1252'), 'cost');
    expect(lines[0]).toMatchObject({ heading: 'Énergie', note: 'été' });
  });

  it('names each line that cannot be read', () => {
    const { lines, broken } = read(
      'Poste;Date;Montant\nA;31/02/2026;1,00\nB;01/02/2026;deux\n;01/02/2026;3,00\nC;01/02/2026;0\nD;x\nE;02/02/2026;4,00\n\u200b;03/02/2026;5,00',
    );
    expect(broken).toEqual([
      { line: 2, part: 'day', text: '31/02/2026' },
      { line: 3, part: 'amount', text: 'deux' },
      { line: 4, part: 'heading', text: '' },
      { line: 5, part: 'amount', text: '0' },
      { line: 6, part: 'columns', text: 'D ; x' },
      { line: 8, part: 'heading', text: '\u200b' },
    ]);
    expect(lines.map(({ line }) => line)).toEqual([7]);
  });

  it('has two costs in two equal lines, and the same hashes each time', () => {
    const text = 'Train;01/02/2026;10,00\nTrain;01/02/2026;10,00\n';
    const first = read(text).lines.map(({ sha256 }) => sha256);
    expect(new Set(first).size).toBe(2);
    expect(read(`Poste;Date;Montant\n${text}`).lines.map(({ sha256 }) => sha256)).toEqual(first);
    expect(readCosts(Buffer.from(text), 'in-kind').lines.map(({ sha256 }) => sha256)).not.toEqual(first);
  });
});
