import { Fault } from '@pandafab/shared';
import iconv from 'iconv-lite';
import { guessMapping } from './csv-mapping';
import { assertFits, type CsvFile, readCsv } from './read-csv';
import { openFile } from './read-file';
import type { Statement } from './statement';

const open = (file: string | Buffer): CsvFile => {
  const opened = openFile(Buffer.from(file));
  if (!('csv' in opened)) throw new Error('read as XML');
  return opened.csv;
};
const read = (file: string | Buffer): Statement => {
  const csv = open(file);
  if (!csv.guess) throw new Error('columns not found');
  return readCsv(csv, csv.guess);
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Fault ? error.code : error;
  }
  return 'nothing';
};

/** Files as banks write them: the money that came in is on 2 November, 1 234.56 €; on the 3rd, 9.90 € went out. */
const BANKS: readonly (readonly [string, string | Buffer])[] = [
  [
    'debit and credit, lines about the account first, ISO 8859-15',
    iconv.encode(
      'Téléchargement du 30/11/2026;\r\n\r\nCompte de Dépôt carte n° 12345;\r\nSolde au 30/11/2026 5 000,00 €\r\n\r\n' +
        'Date;Libellé;Débit euros;Crédit euros;\r\n02/11/2026;"VIREMENT EN VOTRE FAVEUR\nMAIRIE CŒUR";;1 234,56;\r\n' +
        '03/11/2026;FRAIS;9,90;;\r\n',
      'iso-8859-15',
    ),
  ],
  [
    'date of value, signs, Windows-1252',
    iconv.encode(
      'Date;Date de valeur;Montant;Libellé;Solde\r\n02/11/2026;02/11/2026;1 234,56;VIR MAIRIE CŒUR;5000,00\r\n' +
        '03/11/2026;03/11/2026;-9,90;FRAIS;4990,10\r\n',
      'windows1252',
    ),
  ],
  [
    'thirteen columns, a plus before what came in, UTF-8 with a mark',
    '\ufeffDate de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de valeur;Pointage operation\n' +
      '02/11/2026;MAIRIE;VIR SEPA MAIRIE CŒUR;R1;;Virement recu;A;B;;+1234,56;02/11/2026;02/11/2026;0\n' +
      '03/11/2026;FRAIS;FRAIS;R2;;Frais;A;B;-9,90;;03/11/2026;03/11/2026;0\n',
  ],
  [
    'commas, decimal points, ISO dates with times',
    'Operation date,Counterparty name,Amount (EUR),Currency,Label,Transaction id\n' +
      '2026-11-02 10:12:13,MAIRIE CŒUR,"1,234.56",EUR,VIR,t1\n2026-11-03 09:00:00,Banque,-9.90,EUR,FRAIS,t2\n',
  ],
  [
    'tabs and short years',
    "Date de l'opération\tLibellé\tDétail de l'écriture\tMontant de l'opération\tDevise\n" +
      '02/11/26\tVIR RECU\tMAIRIE CŒUR\t1.234,56\tEUR\n03/11/26\tFRAIS\tFRAIS\t-9,90\tEUR\n',
  ],
  [
    'amounts without sign, the direction beside them',
    'Date;Libellé;Montant;Sens;Devise\n02/11/2026;VIR MAIRIE CŒUR;1 234,56;C;EUR\n03/11/2026;FRAIS;9,90;D;EUR\n',
  ],
  [
    'one title for both directions, and words for them',
    'Date;Débit/Crédit;Montant;Libellé\n02/11/2026;Crédit;1234,56;VIR MAIRIE CŒUR\n03/11/2026;Débit;9,90;FRAIS\n',
  ],
  [
    'no headings, the account on the first line',
    'Compte de chèques;****1234;30/11/2026;5000,00\n' +
      '02/11/2026;Virement;Virement reçu;VIR MAIRIE CŒUR REF 12;1234,56\n03/11/2026;Frais;Frais;FRAIS DE TENUE DE COMPTE;-9,90\n',
  ],
];

describe('a CSV file of a bank', () => {
  it.each(BANKS)('is read: %s', (_, file) => {
    const { lines, broken } = read(file);
    expect(broken).toEqual([]);
    expect(lines).toMatchObject([
      { day: '2026-11-02', cents: 123_456 },
      { day: '2026-11-03', cents: -990 },
    ]);
    expect(`${lines[0]?.text} ${lines[0]?.name}`).toContain('MAIRIE CŒUR');
  });

  it('names broken lines, and reads the others', () => {
    const file =
      'Date;Libellé;Débit;Crédit\n02/11/2026;BON;;10,00\n31/02/2026;JOUR;;10,00\n03/11/2026;MONTANT;;dix\n' +
      '03/11/2026;RIEN;;\n03/11/2026;DEUX;1,00;2,00\n03/11/2026;TROP;;1000000000,00\n;Total;;\n04/11/2026;ZERO;;0,00\n' +
      '05/11/2026;COUPEE\n06/11/2026;BON;0,00;3,00\n07/11/2026;BON;;4\n08/11/2026;BON;;5\n09/11/2026;BON;;6\n10/11/2026;BON;;7\n';
    const { lines, broken, skipped } = read(file);
    expect(lines.map(({ line, cents }) => [line, cents])).toEqual([
      [2, 1000],
      [11, 300],
      [12, 400],
      [13, 500],
      [14, 600],
      [15, 700],
    ]);
    expect(broken.map(({ line, code }) => [line, code])).toEqual([
      [3, 'BANK.LINE_DAY'],
      [4, 'BANK.LINE_AMOUNT'],
      [5, 'BANK.LINE_NO_AMOUNT'],
      [6, 'BANK.LINE_TWO_AMOUNTS'],
      [7, 'BANK.LINE_TOO_MUCH'],
      [10, 'BANK.LINE_NO_AMOUNT'],
    ]);
    expect(skipped).toBe(2);
  });

  it('has no columns for us where it is another file, and is refused where columns are confused', () => {
    const members = open('Nom;Prénom;Courriel\nMartin;Ana;a@b.fr\nDurand;Bo;b@b.fr\n');
    expect(members.guess).toBeUndefined();
    const csv = open('Date;Libellé;Montant\n02/11/2026;A;1,00\n03/11/2026;B;2,00\n');
    if (!csv.guess) throw new Error('columns not found');
    const { date, amount } = csv.guess;
    const confused = { ...csv.guess, date: amount ?? 0, amount: date };
    expect(codeOf(() => assertFits(readCsv(csv, confused)))).toBe('BANK.COLUMNS_UNFIT');
    expect(codeOf(() => assertFits(readCsv(csv, csv.guess ?? confused)))).toBe('nothing');
  });

  it('does not guess which way money went', () => {
    const { lines, broken } = read(
      'Date;Libellé;Montant;Sens\n02/11/2026;A;1,00;C\n03/11/2026;B;2,00;D\n04/11/2026;B;3,00;C\n05/11/2026;B;4,00;C\n06/11/2026;B;5,00;?\n',
    );
    expect(lines.map(({ cents }) => cents)).toEqual([100, -200, 300, 400]);
    expect(broken).toEqual([{ line: 6, code: 'BANK.LINE_DIRECTION', details: { text: '?' } }]);
  });

  it('keeps the sign of the amount where a column of that title says something else', () => {
    const { lines } = read(
      'Date;Libellé;Montant;Sens\n02/11/2026;A;-1,00;virement\n03/11/2026;B;2,00;prélèvement\n',
    );
    expect(lines.map(({ cents }) => cents)).toEqual([-100, 200]);
  });

  it('refuses another currency', () => {
    const { broken } = read('Date;Libellé;Montant;Devise\n02/11/2026;A;1,00;USD\n03/11/2026;B;2,00;EUR\n');
    expect(broken).toEqual([{ line: 2, code: 'BANK.LINE_CURRENCY', details: { currency: 'USD' } }]);
  });

  it('is known again by its headings, whatever their letters', () => {
    const hash = (titles: string) => open(`${titles}\n02/11/2026;A;1,00\n`).headingsHash;
    expect(hash('Date;Libellé;Montant')).toBe(hash('DATE;LIBELLE;MONTANT'));
    expect(hash('Date;Libellé;Montant')).not.toBe(hash('Date;Montant;Libellé'));
  });

  it.each([
    ['is empty', ' \n', 'BANK.FILE_EMPTY'],
    ['is a PDF', '%PDF-1.7 …', 'BANK.FORMAT_UNKNOWN'],
    ['is a spreadsheet', 'PK\u0003\u0004…', 'BANK.FORMAT_UNKNOWN'],
    [
      'has one line without end',
      `Date;Libellé;Montant\n02/11/2026;"${'x'.repeat(30_000)}\n`,
      'BANK.FILE_UNREADABLE',
    ],
  ])('is refused where it %s', (_, file, code) => expect(codeOf(() => open(file))).toBe(code));

  it('of 50 000 lines is read whole', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `02/11/2026;VIR ${at};${at + 1},00`);
    const { lines, broken } = read(`Date;Libellé;Montant\n${rows.join('\n')}\n`);
    expect([lines.length, broken.length, lines.at(-1)?.line]).toEqual([50_000, 0, 50_001]);
  });

  it('has no guess where no row is there', () => expect(guessMapping(undefined, [])).toBeUndefined());
});
