import { Fault, MOST_CENTS } from '@pandafab/shared';
import { type CsvMapping, guessMapping } from './csv-mapping';
import { type Row, readTable } from './csv-table';
import { headingsHash, headingsOf, widthOf } from './headings';
import { readCents } from './read-cents';
import { readDay } from './read-day';
import { readDirection } from './read-direction';
import {
  type BrokenLine,
  isBroken,
  isGood,
  MOST_NAME,
  MOST_REFERENCE,
  MOST_TEXT,
  type Statement,
  type StatementLine,
  textOf,
} from './statement';

/** A CSV file before it is known which column has what. */
export interface CsvFile {
  /** Null where the file has no headings. */
  readonly headings: readonly string[] | null;
  readonly headingsHash: string;
  readonly rows: readonly Row[];
  readonly guess: CsvMapping | undefined;
}

/** @throws Fault BANK.FILE_EMPTY, BANK.FILE_UNREADABLE {line} */
export function openCsv(text: string): CsvFile {
  const all = readTable(text);
  const headings = headingsOf(all);
  const width = widthOf(all);
  const rows = headings ? all.filter(({ line }) => line > headings.line) : withoutTitle(all, width);
  const guess = guessMapping(headings, rows);
  return { headings: headings?.cells ?? null, headingsHash: headingsHash(headings, width), rows, guess };
}

/** Some banks write the account and its balance on a first line that is not like the others. */
const withoutTitle = (rows: readonly Row[], width: number): readonly Row[] =>
  rows[0] && rows.length > 1 && rows[0].cells.length !== width ? rows.slice(1) : rows;

/** Reads the lines with these columns. Rows without date and amounts, such as sums at the end, are skipped. */
export function readCsv({ rows }: CsvFile, mapping: CsvMapping): Statement {
  const read = rows.map((row) => readRow(row, mapping));
  const found = read.filter((each) => each !== undefined);
  return {
    format: 'csv',
    iban: null,
    lines: found.filter(isGood),
    broken: found.filter(isBroken),
    skipped: read.length - found.length,
    openingCents: null,
    closingCents: null,
  };
}

/** A column that does not fit is wrong in most lines: the file is another one, or its columns were confused. */
export function assertFits({ lines, broken }: Pick<Statement, 'lines' | 'broken'>): void {
  const [first] = broken;
  if (first && broken.length > lines.length) throw new Fault('BANK.COLUMNS_UNFIT', { line: first.line });
}

function readRow(row: Row, mapping: CsvMapping): StatementLine | BrokenLine | undefined {
  const cell = (at: number | null) => (at === null ? '' : (row.cells[at] ?? ''));
  const { date, amount, debit, credit } = mapping;
  if (cell(date) === '' && [amount, debit, credit].every((at) => cell(at) === '')) return undefined;
  const broken = (code: BrokenLine['code'], details: BrokenLine['details']) => ({
    line: row.line,
    code,
    details,
  });
  const day = readDay(cell(date), mapping.dayOrder);
  if (!day) return broken('BANK.LINE_DAY', { text: short(cell(date)) });
  const currency = cell(mapping.currency);
  if (currency !== '' && !/^(EUR|€|EUROS?)$/i.test(currency))
    return broken('BANK.LINE_CURRENCY', { currency: short(currency) });
  const cents =
    amount === null
      ? readPair(cell(debit), cell(credit), mapping)
      : directed(readOne(cell(amount), mapping), mapping.direction, cell);
  if (typeof cents !== 'number') return broken(cents.code, cents.details);
  if (Math.abs(cents) > MOST_CENTS) return broken('BANK.LINE_TOO_MUCH', {});
  if (cents === 0) return undefined;
  return {
    ...{ line: row.line, day, cents, isReversal: false },
    text: textOf(mapping.text.map(cell).join(' '), MOST_TEXT) ?? '',
    name: textOf(cell(mapping.name), MOST_NAME),
    reference: textOf(cell(mapping.reference), MOST_REFERENCE),
    bankId: textOf(cell(mapping.bankId), MOST_REFERENCE),
  };
}

type Wrong = Pick<BrokenLine, 'code' | 'details'>;
const MOST_SHOWN = 40;
const short = (text: string): string => textOf(text, MOST_SHOWN) ?? '';

function readOne(text: string, { decimalSign }: CsvMapping): number | Wrong {
  if (text === '') return { code: 'BANK.LINE_NO_AMOUNT', details: {} };
  return readCents(text, decimalSign) ?? { code: 'BANK.LINE_AMOUNT', details: { text: short(text) } };
}

/** An amount with the direction that stands beside it; without such a column its own sign counts. */
function directed(
  cents: number | Wrong,
  column: number | null,
  cell: (at: number) => string,
): number | Wrong {
  if (column === null || typeof cents !== 'number') return cents;
  const direction = readDirection(cell(column));
  if (!direction) return { code: 'BANK.LINE_DIRECTION', details: { text: short(cell(column)) } };
  return direction === 'out' ? -Math.abs(cents) : Math.abs(cents);
}

/** Banks write money that went out with or without a minus in its own column; some fill the other one with 0,00. */
function readPair(debit: string, credit: string, mapping: CsvMapping): number | Wrong {
  const [out, into] = [debit, credit].map((text) => (text === '' ? 0 : readOne(text, mapping)));
  if (debit === '' && credit === '') return { code: 'BANK.LINE_NO_AMOUNT', details: {} };
  if (typeof out !== 'number') return out as Wrong;
  if (typeof into !== 'number') return into as Wrong;
  if (out !== 0 && into !== 0) return { code: 'BANK.LINE_TWO_AMOUNTS', details: {} };
  return into - Math.abs(out);
}
