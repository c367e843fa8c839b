import { folded } from '../../../../../libs/shared/src/folded';

/** What a cell sorts and is searched by. */
export type CellValue = string | number | boolean | null | undefined;

/** Ascending: numbers by size, texts as the language orders them with the numbers inside them by size. */
export function compareCells(a: CellValue, b: CellValue, language: string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), language, { numeric: true, sensitivity: 'base' });
}

/** Whether each word of a search begins or stands somewhere in a row, without regard to accents and capitals. */
export function rowMatches(cells: readonly CellValue[], search: string): boolean {
  const text = folded(cells.filter((cell) => cell !== null && cell !== undefined).join(' '));
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
