import { Fault } from '@pandafab/shared';
import iconv from 'iconv-lite';
import { readCsv } from './read-csv';

const read = (text: string) => readCsv(Buffer.from(text));
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
  return undefined;
};

describe('a file of members', () => {
  it.each([
    ['commas', 'Nom,E-mail\nAmélie,a@b.fr\n'],
    ['semicolons and DOS line ends', 'nom;e-mail\r\nAmélie;a@b.fr\r\n'],
    ['tabs and a byte order mark', '\ufeffNAME\tEMAIL\nAmélie\ta@b.fr'],
  ])('is read with %s', (_, text) => {
    const { headings, lines } = read(text);
    expect(headings.map(({ column }) => column)).toEqual(['displayName', 'email']);
    expect(lines).toEqual([{ line: 2, cells: ['Amélie', 'a@b.fr'], overfull: false }]);
  });

  it('is read as Windows-1252 if it is not UTF-8', () => {
    const file = readCsv(Buffer.from('Nom;T\u00e9l\u00e9phone\nAm\u00e9lie;03', 'latin1'));
    expect(file.lines[0]?.cells).toEqual(['Amélie', '03']);
    expect(file.headings.map(({ column }) => column)).toEqual(['displayName', 'phone']);
  });

  it('counts its lines correctly, with empty lines and line breaks in cells', () => {
    const { lines } = read('\nNom;x\r\nA;1\r\n\r\n"B\r\nC";2\r\n;\nD;"3;4";5\r\n');
    expect(lines.map(({ line, overfull }) => [line, overfull])).toEqual([
      [3, false],
      [5, false],
      [8, true],
    ]);
    expect(lines[1]?.cells).toEqual(['B\nC', '2']);
  });

  it.each([
    ['sep=;', 'sep=;\r\nNom;E-mail\r\n"a,b,c";x\r\n'],
    ['"sep=;"', '"sep=;"\nNom;E-mail\n"a,b,c";x\n'],
    ['SEP=,', 'SEP=,\nNom,"E-mail"\n"a,b,c",x\n'],
    ['sep=|', '\ufeffsep=|\nNom|E-mail\na,b,c|x\n'],
    ['sep= and a tab', 'sep=\t\nNom\tE-mail\na,b,c\tx\n'],
  ])('is read with the separator that its first line names: %s', (_, text) => {
    const { headings, lines } = read(text);
    expect(headings.map(({ column }) => column)).toEqual(['displayName', 'email']);
    expect(lines).toEqual([{ line: 3, cells: ['a,b,c', 'x'], overfull: false }]);
  });

  it('is read with the separator of its headings, ignoring text in quotation marks', () => {
    expect(read('"Nom, prénom";"Pointure, été, hiver"\nA;B').lines[0]?.cells).toEqual(['A', 'B']);
  });

  it('in Windows-1252 keeps its typographic apostrophes, in headings too', () => {
    const bytes = iconv.encode('Nom;Résident jusqu’au\r\nCœur d’Août;31/08/2027\r\n', 'windows1252');
    const { headings, lines } = readCsv(bytes);
    expect(headings.map(({ column }) => column)).toEqual(['displayName', 'residentUntil']);
    expect(lines[0]?.cells[0]).toBe('Cœur d’Août');
  });

  it.each([
    ['Prénom;Nom', ['givenName', 'familyName']],
    ['NOM;Prénom(s)', ['familyName', 'givenName']],
    ['Nom de famille;Prénom', ['familyName', 'givenName']],
    ['First name,Last name', ['givenName', 'familyName']],
    ['Surname\tForename', ['familyName', 'givenName']],
    ['First Name,Name', ['givenName', 'familyName']],
    ['Nom complet;Prénom;Nom', ['displayName', 'givenName', 'familyName']],
    ['Nom et prénom;E-mail', ['displayName', 'email']],
  ])('may have names in two columns: %s', (first, columns) => {
    const { headings } = read(`${first}\nx\n`);
    expect(headings.map(({ column }) => column)).toEqual(columns);
  });

  it('lists the unknown columns', () => {
    expect(read('Nom;Pointure;\nA;42;').ignored).toEqual(['Pointure']);
  });

  it.each([
    ['IMPORT.EMPTY', ''],
    ['IMPORT.EMPTY', 'Nom;E-mail\n;\n'],
    ['IMPORT.NAME_COLUMN_MISSING', 'E-mail\na@b.fr'],
    ['IMPORT.NAME_COLUMN_MISSING', 'Prénom\nÉmilie'],
    ['IMPORT.NAME_COLUMN_MISSING', 'Nom de famille\nDurand'],
    ['IMPORT.COLUMN_TWICE', 'Nom;Name\nA;B'],
    ['IMPORT.UNREADABLE', 'Nom;E-mail\nA;"x\nB;y\n'],
    ['IMPORT.TOO_MANY_LINES', `Nom\n${'A\n'.repeat(5001)}`],
  ])('is refused as %s', (code, text) => {
    expect(codeOf(() => read(text))).toBe(code);
  });
});
