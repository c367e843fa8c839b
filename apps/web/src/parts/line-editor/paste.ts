import { folded } from '../../../../../libs/shared/src/folded';
import { plainDecimal } from './numbers';
import { COLUMNS, type ColumnName, type Unit } from './row';

/** What one row of a spreadsheet fills in. */
export type PastedCells = Partial<Record<ColumnName, string>>;

/** Words for units, as people write them in spreadsheets; compared without accents and endings. */
const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  ...{ h: 'HUR', hr: 'HUR', heure: 'HUR', hour: 'HUR' },
  ...{ j: 'DAY', d: 'DAY', jour: 'DAY', journee: 'DAY', day: 'DAY' },
  ...{ g: 'GRM', gr: 'GRM', gramme: 'GRM', gram: 'GRM', kg: 'KGM', kilo: 'KGM', kilogramme: 'KGM' },
  ...{
    kilogram: 'KGM',
    u: 'C62',
    unite: 'C62',
    unit: 'C62',
    piece: 'C62',
    pce: 'C62',
    pc: 'C62',
    ens: 'C62',
  },
  ...{ forfait: 'C62' },
};

/** Headings of columns that spreadsheets have. */
const HEADINGS: readonly (readonly [ColumnName, RegExp])[] = [
  ['label', /^(libelle|designation|description|label|item|article|intitule)/],
  ['quantity', /^(qte|quantite|qty|quantity|nombre)/],
  ['unit', /^(unite|unit|u\.?)$/],
  ['unitPrice', /^(pu|p\.u|prix|price|unit price|tarif)/],
  ['discount', /^(remise|rabais|discount)/],
];

/** The unit that a word names; undefined for another word. */
export const unitOf = (word: string): Unit | undefined =>
  UNIT_WORDS[folded(word).replace(/\.$/, '').replace(/s$/, '')] ?? UNIT_WORDS[folded(word)];

/** The cells of a text copied from a spreadsheet: tabs between cells, quotes around a cell with line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g;
  for (const [, quoted, plain = '', end] of text.matchAll(pattern)) {
    row.push((quoted?.replaceAll('""', '"').replace(/\s*\r?\n\s*/g, ' ') ?? plain).trim());
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

/** Which column each cell of the rows is for, from a row of headings; undefined where the row has none. */
function headingsOf(cells: readonly string[]): (ColumnName | undefined)[] | undefined {
  const columns = cells.map((cell) => HEADINGS.find(([, words]) => words.test(folded(cell)))?.[0]);
  return columns.filter(Boolean).length > 1 ? columns : undefined;
}

/** The usual order from a column on; without a unit where the third cell is a number. */
function usualOrder(rows: readonly string[][], from: ColumnName): (ColumnName | undefined)[] {
  const columns = COLUMNS.slice(COLUMNS.indexOf(from));
  const unitAt = columns.indexOf('unit');
  if (unitAt < 1) return columns;
  const third = rows.map((cells) => cells[unitAt] ?? '').filter(Boolean);
  const hasUnit = third.length === 0 || third.some((cell) => plainDecimal(cell) === undefined);
  return hasUnit ? columns : columns.filter((column) => column !== 'unit');
}

/**
 * What a text copied from a spreadsheet fills in, row by row, from a column on; a row of headings says which column is
 * which.
 * @returns undefined for a text of one cell, which is pasted as any text
 */
export function pastedRows(text: string, from: ColumnName): PastedCells[] | undefined {
  if (!/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))) return undefined;
  const rows = cellsOf(text);
  const [first = []] = rows;
  const headings = from === 'label' ? headingsOf(first) : undefined;
  const columns = headings ?? usualOrder(rows, from);
  return (headings ? rows.slice(1) : rows).map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, at) => {
        const column = columns[at];
        return column && cell !== '' ? [[column, cell]] : [];
      }),
    ),
  );
}
