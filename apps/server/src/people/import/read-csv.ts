import { Fault } from '@pandafab/shared';
import { CsvError, parse } from 'csv-parse/sync';
import { unguarded } from '../../platform/kit/cells';
import { decode } from '../../platform/kit/decode';
import { type Heading, readHeadings } from './columns';

export const MAX_IMPORT_LINES = 5000;

export interface CsvLine {
  /** Number of the member's first line in the file, from 1. */
  readonly line: number;
  /** One cell for each heading. */
  readonly cells: readonly string[];
  /** True if the line has more cells than headings. */
  readonly overfull: boolean;
}

export interface CsvFile {
  readonly headings: readonly Heading[];
  readonly ignored: readonly string[];
  readonly lines: readonly CsvLine[];
}

/** A line before the headings that names the separator; Excel and LibreOffice read it. */
const SEPARATOR_LINE = /^"?sep=(.)"?[;,\t]*(\n|$)/i;

/** The separator that occurs most often in the line of headings, outside quotation marks. */
function separatorOf(text: string): string {
  const [first = ''] = text
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split('\n');
  const count = (separator: string) => first.split(separator).length;
  return [';', ',', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ';';
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * csv-parse reports the line where a record ends. A line that names the separator stays, empty, to keep the line count.
 */
function records(text: string) {
  const [, named] = SEPARATOR_LINE.exec(text) ?? [];
  const rest = named ? text.replace(SEPARATOR_LINE, '\n') : text;
  const parsed = parse(rest, {
    ...{ delimiter: named ?? separatorOf(rest), info: true, skip_empty_lines: true },
    ...{ relax_column_count: true, relax_quotes: true },
  }) as unknown as Parsed[];
  return parsed.map(({ record, info }) => ({
    cells: record,
    line: info.lines - record.join('').split('\n').length + 1,
  }));
}

/** @throws Fault IMPORT.EMPTY, IMPORT.UNREADABLE {line}, IMPORT.TOO_MANY_LINES {limit}, and those of `readHeadings`. */
export function readCsv(bytes: Buffer): CsvFile {
  const [first, ...others] = parseOrFail(decode(bytes).replace(/\r\n?/g, '\n'));
  const filled = others.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!first) throw new Fault('IMPORT.EMPTY');
  const { found, ignored } = readHeadings(first.cells);
  if (filled.length === 0) throw new Fault('IMPORT.EMPTY');
  if (filled.length > MAX_IMPORT_LINES) throw new Fault('IMPORT.TOO_MANY_LINES', { limit: MAX_IMPORT_LINES });
  const width = first.cells.length;
  const lines = filled.map(({ cells, line }) => ({
    line,
    cells: Array.from({ length: width }, (_, at) => unguarded(cells[at] ?? '').trim()),
    overfull: cells.slice(width).some((cell) => cell.trim() !== ''),
  }));
  return { headings: found, ignored, lines };
}

function parseOrFail(text: string) {
  try {
    return records(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Fault('IMPORT.UNREADABLE', { line: Number(error.lines ?? 1) });
  }
}
