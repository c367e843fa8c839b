import { guarded } from '../../../platform/kit/cells';

/** What a table has in a cell. */
export type Cell =
  | null
  | string
  /** An amount in cents, shown in euros with two decimals. */
  | { readonly cents: number | null }
  /** A day of Paris as YYYY-MM-DD. */
  | { readonly day: string | null }
  /** A number with at most three decimals. */
  | { readonly number: number };

/** 123456 cents: 1234,56. French spreadsheets read a decimal comma. */
function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** The cell in a CSV file. Texts are guarded, so that no spreadsheet runs them as a formula; amounts stay numbers. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(cell);
  if ('cents' in cell) return cell.cents === null ? '' : euros(cell.cents);
  if ('day' in cell) return cell.day ?? '';
  return String(cell.number).replace('.', ',');
}
