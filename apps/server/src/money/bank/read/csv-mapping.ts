import { z } from 'zod';
import type { Row } from './csv-table';
import { columnsOf, isAmount, isDay } from './headings';
import { DECIMAL_SIGNS, decimalSignOf } from './read-cents';
import { DAY_ORDERS, dayOrderOf } from './read-day';
import { readDirection } from './read-direction';

const MOST_COLUMNS = 100;
const column = z
  .number()
  .int()
  .min(0)
  .max(MOST_COLUMNS - 1);
const optional = column.nullable();

/** Which column has what; columns are counted from 0. */
export const csvMapping = z
  .object({
    date: column,
    amount: optional.describe('One column for both; null where money in and out have a column each'),
    debit: optional.describe('Money that went out'),
    credit: optional.describe('Money that came in'),
    direction: optional
      .default(null)
      .describe(
        'Beside an amount without sign: D or C, Débit or Crédit, - or +. Null: the amount has a sign',
      ),
    text: z.array(column).min(1).max(4).describe('Joined with a space'),
    name: optional,
    reference: optional,
    bankId: optional.describe('The bank’s own number of the movement'),
    currency: optional,
    dayOrder: z.enum(DAY_ORDERS).meta({ id: 'DayOrder' }),
    decimalSign: z.enum(DECIMAL_SIGNS).meta({ id: 'DecimalSign' }),
  })
  .refine(({ amount, credit }) => amount !== null || credit !== null, { path: ['amount'] });
export type CsvMapping = z.infer<typeof csvMapping>;

/** From this share on, a column without a known title is one of dates, or of amounts. */
const MOST_OF = 0.8;
const MOST_TEXTS = 4;

/** Rows that a guess looks at. */
const MOST_GUESSED = 2000;

/** Guesses the columns, by titles or else by what is in them. Undefined where date, amount or text is not found. */
export function guessMapping(headings: Row | undefined, all: readonly Row[]): CsvMapping | undefined {
  const rows = all.slice(0, MOST_GUESSED);
  const columns = (headings && byTitles(headings.cells, rows)) ?? byContents(rows);
  if (!columns) return undefined;
  const { amount, debit, credit, date } = columns;
  const values = (at: number | null) => (at === null ? [] : rows.map(({ cells }) => cells[at] ?? ''));
  const amounts = [amount, debit, credit].flatMap(values);
  return { ...columns, dayOrder: dayOrderOf(values(date)), decimalSign: decimalSignOf(amounts) };
}

type Columns = Omit<CsvMapping, 'dayOrder' | 'decimalSign'>;
const UNKNOWN = { direction: null, name: null, reference: null, bankId: null, currency: null };

function byTitles(titles: readonly string[], rows: readonly Row[]): Columns | undefined {
  const first = (role: Parameters<typeof columnsOf>[1]) => columnsOf(titles, role)[0] ?? null;
  const [date, amount, credit] = [first('date'), first('amount'), first('credit')];
  const text = columnsOf(titles, 'text').slice(0, MOST_TEXTS);
  if (date === null || (amount === null && credit === null) || text.length === 0) return undefined;
  const debit = credit === null ? null : first('debit');
  const others = { reference: first('reference'), bankId: first('bankId'), currency: first('currency') };
  return {
    date,
    amount: credit === null ? amount : null,
    debit,
    credit,
    direction: credit === null ? directionOf(first('direction'), rows) : null,
    text,
    name: first('name'),
    ...others,
  };
}

/** A title such as “Sens” is not enough: most rows have to say one of the two. */
function directionOf(at: number | null, rows: readonly Row[]): number | null {
  if (at === null) return null;
  const said = rows.filter(({ cells }) => readDirection(cells[at] ?? '') !== undefined);
  return said.length > 0 && said.length >= rows.length * MOST_OF ? at : null;
}

function byContents(rows: readonly Row[]): Columns | undefined {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map(({ cells }) => cells.length)));
  const all = Array.from({ length: width }, (_, at) => rows.map(({ cells }) => cells[at] ?? ''));
  const filled = all.map((values) => values.filter((value) => value !== ''));
  const share = (at: number, test: (cell: string) => boolean) => {
    const values = filled[at] ?? [];
    return values.length === 0 ? 0 : values.filter(test).length / values.length;
  };
  const places = all.map((_, at) => at);
  const date = places.find((at) => share(at, isDay) >= MOST_OF);
  const amounts = places.filter(
    (at) => share(at, isAmount) >= MOST_OF && share(at, hasCents) > 0 && share(at, isDay) === 0,
  );
  const length = (at: number) => (filled[at] ?? []).join('').length;
  const texts = places
    .filter((at) => at !== date && !amounts.includes(at))
    .sort((a, b) => length(b) - length(a));
  const [text] = texts;
  const [amount, next] = amounts;
  if (date === undefined || amount === undefined || text === undefined) return undefined;
  const arePair = next === amount + 1 && !rows.some(({ cells }) => cells[amount] && cells[next]);
  const sums = arePair
    ? { amount: null, debit: amount, credit: next }
    : { amount, debit: null, credit: null };
  return { date, ...sums, text: [text], ...UNKNOWN };
}

const hasCents = (cell: string): boolean => /[,.]\d\d\D*$/.test(cell);
