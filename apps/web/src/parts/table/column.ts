import type { ReactNode } from 'react';
import type { CellValue } from './order';

/** One column of a list. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** What the column sorts and is searched by; it is also shown where there is no `cell`. Absent: neither. */
  readonly value?: (row: Row) => CellValue;
  readonly cell?: (row: Row) => ReactNode;
  /** Figures stand on the right, under each other. */
  readonly isFigure?: boolean;
  /** The reader may hide and show it. Absent: it is always shown. */
  readonly choice?: 'shown' | 'hidden';
  /** In a list that the server pages: the server can sort by this column's id. */
  readonly isSortedByServer?: boolean;
}

/** The columns that are shown; `changed` differ from how they are at first. */
export const shownOf = <Row>(columns: readonly Column<Row>[], changed: readonly string[]) =>
  columns.filter(({ id, choice }) => choice === undefined || (choice === 'hidden') === changed.includes(id));

/** Whether the reader can sort the list by this column. */
export const canSort = <Row>({ value, isSortedByServer }: Column<Row>, isFromServer: boolean): boolean =>
  isFromServer ? isSortedByServer === true : value !== undefined;
