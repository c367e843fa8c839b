import { createHash } from 'node:crypto';
import { folded } from '@pandafab/shared';
import { modeOf, type Row } from './csv-table';
import { DECIMAL_SIGNS, readCents } from './read-cents';
import { DAY_ORDERS, readDay } from './read-day';

/** What a column can be. */
export const COLUMN_ROLES = [
  'date',
  'amount',
  'debit',
  'credit',
  'direction',
  'text',
  'name',
  'reference',
  'bankId',
  'currency',
] as const;
type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Without signs: “Date de l’opération” is datedeloperation. */
const plain = (title: string): string => folded(title).replace(/[^a-z0-9]/g, '');

/** The titles of French banks and of some others, the better pattern first. */
const TITLES: Readonly<Record<ColumnRole, readonly RegExp[]>> = {
  date: [
    /^date(op|deloperation|operation|doperation|decomptabilisation|comptable|compta)?$|^bookingdate/,
    /date/,
  ],
  amount: [/^(montant|amount)(?!.*(debit|credit|devise))/],
  debit: [/^debit(?!.*credit)|^montant(au)?debit|^sortie/],
  credit: [/^credit(?!.*debit)|^montant(au)?credit|^entree/],
  direction: [/^sens/, /^(dc|cd|debit(ou)?credit|credit(or)?debit|direction)$/],
  text: [/libelle|label|detail|description|intitule|communication|motif|informationscomplementaires|objet/],
  name: [/contrepartie|tiers|emetteur|donneurdordre|^nom|counterparty|payer|beneficiaire/],
  reference: [/^ref/],
  bankId: [/^id$|identifiant|^transactionid/],
  currency: [/devise|currency/],
};

/** The columns of a role by their titles, the best first. */
export function columnsOf(titles: readonly string[], role: ColumnRole): number[] {
  const plainTitles = titles.map(plain);
  for (const pattern of TITLES[role]) {
    const found = plainTitles.flatMap((title, at) => (pattern.test(title) ? [at] : []));
    if (found.length > 0) return found;
  }
  return [];
}

const hasAmount = (titles: readonly string[]): boolean =>
  columnsOf(titles, 'amount').length > 0 || columnsOf(titles, 'credit').length > 0;

/** Banks write some lines about the account before the headings. */
const LAST_HEADINGS = 30;

export const isDay = (cell: string): boolean =>
  DAY_ORDERS.some((order) => readDay(cell, order) !== undefined);
export const isAmount = (cell: string): boolean =>
  cell !== '' && DECIMAL_SIGNS.some((sign) => readCents(cell, sign) !== undefined);

/** The width of most rows. */
export const widthOf = (rows: readonly Row[]): number => modeOf(rows.map(({ cells }) => cells.length)) ?? 0;

/**
 * The row of the headings: the first with known titles for date, amount and text; else the first of the usual width,
 * if it has neither a date nor an amount. Undefined where the file has no headings.
 */
export function headingsOf(rows: readonly Row[]): Row | undefined {
  const first = rows.slice(0, LAST_HEADINGS);
  const known = first.find(
    ({ cells }) =>
      columnsOf(cells, 'date').length > 0 && hasAmount(cells) && columnsOf(cells, 'text').length > 0,
  );
  const width = widthOf(rows);
  const wide = first.find(({ cells }) => cells.length === width);
  const isTitle = (row: Row) => !row.cells.some((cell) => isDay(cell) || isAmount(cell));
  return known ?? (wide && isTitle(wide) ? wide : undefined);
}

/** By this a file of the same bank is known again: of its headings, or of its width where it has none. */
export const headingsHash = (headings: Row | undefined, width: number): string =>
  createHash('sha256')
    .update(headings ? JSON.stringify(headings.cells.map(plain)) : `columns: ${width}`)
    .digest('hex');
