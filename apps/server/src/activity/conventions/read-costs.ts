import { createHash } from 'node:crypto';
import { Fault, folded, isFit, isVisible } from '@pandafab/shared';
import { readTable } from '../../money/bank/read/csv-table';
import { decodeFile } from '../../money/bank/read/decode-file';
import { DECIMAL_SIGNS, decimalSignOf, readCents } from '../../money/bank/read/read-cents';
import { dayOrderOf, readDay } from '../../money/bank/read/read-day';
import { type BrokenPart, MOST_HEADING, MOST_NOTE } from './costs.dto';

/** A line of a file of costs. */
export interface CostLine {
  readonly line: number;
  readonly heading: string;
  readonly day: string;
  readonly cents: number;
  readonly note: string | null;
  /** Of what it says: the same line of another file has the same. */
  readonly sha256: string;
}
export interface BrokenCostLine {
  readonly line: number;
  readonly part: BrokenPart;
  readonly text: string;
}

/** Longer texts are cut where a broken line is named. */
const MOST_SHOWN = 80;
const LEAST_COLUMNS = 3;
/** Larger amounts are mistakes. */
const MOST_EUROS_CENTS = 99_999_999_999;

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

/** True for the titles of the columns: neither a day nor an amount is where they should be. */
const isTitles = ({ cells: [, day = '', amount = ''] }: Cells): boolean =>
  readDay(day, 'dmy') === undefined &&
  readDay(day, 'ymd') === undefined &&
  DECIMAL_SIGNS.every((sign) => readCents(amount, sign) === undefined) &&
  /montant|amount|somme|ttc|euro/.test(folded(amount));

/**
 * The lines of a file of costs: heading, day, amount, note; separated by semicolons, commas or tabs, with or without
 * titles. Two equal lines of one file are two costs.
 * @param of what else tells lines apart, such as the kind of the costs and the lab
 * @throws Fault CONVENTION.FILE_EMPTY, CONVENTION.FILE_UNREADABLE {line}
 */
export function readCosts(bytes: Buffer, of: string): { lines: CostLine[]; broken: BrokenCostLine[] } {
  const table = tableOf(bytes);
  const rows = table[0] && isTitles(table[0]) ? table.slice(1) : table;
  const column = (at: number) => rows.map(({ cells }) => cells[at] ?? '');
  const [order, sign] = [dayOrderOf(column(1)), decimalSignOf(column(2))];
  const lines: CostLine[] = [];
  const broken: BrokenCostLine[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const [heading = '', dayText = '', amount = '', noteText = ''] = cells;
    const day = readDay(dayText, order);
    // A cell with the other sign can be read too, unless it could mean something else.
    const cents = readCents(amount, sign) ?? readCents(amount, sign === ',' ? '.' : ',');
    const fail = (part: BrokenPart, text: string) =>
      broken.push({ line, part, text: text.slice(0, MOST_SHOWN) });
    if (cells.length < LEAST_COLUMNS) fail('columns', cells.join(' ; '));
    else if (!isText(heading, MOST_HEADING)) fail('heading', heading);
    else if (day === undefined) fail('day', dayText);
    else if (cents === undefined || cents === 0 || Math.abs(cents) > MOST_EUROS_CENTS) fail('amount', amount);
    else if (noteText !== '' && !isText(noteText, MOST_NOTE)) fail('note', noteText);
    else {
      const note = noteText === '' ? null : noteText;
      const said = JSON.stringify([of, heading, day, cents, note]);
      const times = (seen.get(said) ?? 0) + 1;
      seen.set(said, times);
      const sha256 = createHash('sha256').update(`${said} ${times}`).digest('hex');
      lines.push({ line, heading, day, cents, note, sha256 });
    }
  }
  return { lines, broken };
}

const isText = (text: string, most: number): boolean => isVisible(text) && text.length <= most && isFit(text);

/** The reader is that of bank statements; the advice of its faults would be about a bank. */
function tableOf(bytes: Buffer): Cells[] {
  try {
    return readTable(decodeFile(bytes));
  } catch (error) {
    if (error instanceof Fault && error.code === 'BANK.FILE_EMPTY') throw new Fault('CONVENTION.FILE_EMPTY');
    if (error instanceof Fault && error.code === 'BANK.FILE_UNREADABLE')
      throw new Fault('CONVENTION.FILE_UNREADABLE', error.details);
    throw error;
  }
}
