import { Fault } from '@pandafab/shared';
import { CsvError, parse } from 'csv-parse/sync';

/** Longer than any line of a bank: an unclosed quotation mark would make one of the rest of the file. */
const MOST_CHARACTERS_A_LINE = 20_000;

export interface Row {
  /** Of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const SEPARATORS = [';', ',', '\t'] as const;
/** Banks write some lines about the account first. */
const SAMPLE_LINES = 60;

/** The separator with which most lines have the same number of cells, of several: a comma is also in amounts. */
function separatorOf(text: string): string {
  const lines = text
    .replace(/"[^"\n]*"/g, '')
    .split('\n', SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  const score = (separator: string) => {
    const widths = lines.map((line) => line.split(separator).length);
    const most = modeOf(widths.filter((width) => width > 2));
    return widths.filter((width) => width === most).length;
  };
  const [best] = [...SEPARATORS].sort((a, b) => score(b) - score(a));
  return best ?? ';';
}

/** The most frequent number; of equal ones the larger. Undefined of none. */
export function modeOf(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [first] = [...counts].sort(([a, times], [b, otherTimes]) => otherTimes - times || b - a);
  return first?.[0];
}

/**
 * The rows of a CSV file that have something in them.
 * @throws Fault BANK.FILE_EMPTY, BANK.FILE_UNREADABLE {line}
 */
export function readTable(text: string): Row[] {
  const rows = parseOrFail(text).map(({ record, info }) => ({
    line: info.lines - record.join('').split('\n').length + 1,
    cells: record.map((cell) => cell.trim()),
  }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) throw new Fault('BANK.FILE_EMPTY');
  return filled;
}

function parseOrFail(text: string): Parsed[] {
  try {
    return parse(text, {
      ...{ delimiter: separatorOf(text), info: true, skip_empty_lines: true },
      ...{ relax_column_count: true, relax_quotes: true, max_record_size: MOST_CHARACTERS_A_LINE },
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Fault('BANK.FILE_UNREADABLE', { line: Number(error.lines ?? 1) });
  }
}
