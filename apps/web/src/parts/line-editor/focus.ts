import type { Caret } from './keys';

export type CellField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const TWO_LINES_PX = 60;

/** The position of the cursor; a wholly selected text is at both its ends, as in a cell that was just reached. */
export function caretOf(field: CellField): Caret {
  if (field instanceof HTMLSelectElement)
    return { isAtStart: true, isAtEnd: true, isOneLine: true, isList: true };
  const { selectionStart: start, selectionEnd: end, value } = field;
  const isWhole = start === 0 && end === value.length;
  return {
    isAtStart: isWhole || (start === 0 && end === 0),
    isAtEnd: isWhole || (start === value.length && end === value.length),
    isOneLine: field instanceof HTMLInputElement || field.scrollHeight < TWO_LINES_PX,
    isList: false,
  };
}

const cellsIn = (row: Element | null | undefined): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>('[data-column]') ?? []),
];

/** The cell of a column; a text has its label only. */
const cellOf = (row: Element | undefined, column: string): HTMLElement | undefined => {
  const cells = cellsIn(row);
  return cells.find((cell) => cell.dataset.column === column) ?? cells[0];
};

/** Focuses a cell and selects its text, so that typing replaces it. */
export function focusCell(cell: HTMLElement | undefined): boolean {
  cell?.focus();
  if (cell instanceof HTMLInputElement || cell instanceof HTMLTextAreaElement) cell.select();
  return cell !== undefined;
}

/** Moves the focus from a cell to the next in a direction; at an edge it stays. @returns whether it moved */
export function moveFocus(from: HTMLElement, rows: number, columns: number): boolean {
  const row = from.closest('tr[data-row]');
  const all = [...(row?.closest('table')?.querySelectorAll('tr[data-row]') ?? [])];
  const cells = cellsIn(row);
  if (rows === 0) return focusCell(cells[cells.indexOf(from) + columns]);
  const next = row ? all[all.indexOf(row) + rows] : undefined;
  return focusCell(cellOf(next, from.dataset.column ?? ''));
}

/** Focuses a cell of the row with this key, as soon as it is drawn. */
export function focusInRow(table: HTMLElement | null, key: string, column: string): boolean {
  return focusCell(cellOf(table?.querySelector(`tr[data-row="${key}"]`) ?? undefined, column));
}
