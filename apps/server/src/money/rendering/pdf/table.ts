import type { Flow } from './flow';
import { INK, PAGE, rule } from './page';
import { breakText, lineHeight, type TextStyle, write, writeLine } from './text';

export interface TableColumn {
  readonly title: string;
  /** A share of the width of the page. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly isBold?: boolean;
  /** Draws something in the last column, which has no text then. */
  readonly draw?: (place: Place) => void;
}
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PADDING = 5;
const GAP = 8;
const TITLE: TextStyle = { face: 'bold', size: 8, colour: INK.paper };
const TEXT: TextStyle = { size: 8.5 };
/** A row is never higher than this: longer texts end with an ellipsis, and the spreadsheets have the whole. */
const MOST_LINES = 12;
const LEAST_DRAWN = 24;

interface Placed extends TableColumn {
  readonly x: number;
  readonly width: number;
}

function placed(columns: readonly TableColumn[]): Placed[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = PAGE.left;
  return columns.map((column) => {
    const width = (PAGE.width * column.share) / whole;
    const place = { ...column, x: x + PADDING, width: width - GAP };
    x += width;
    return place;
  });
}

const styleOf = ({ isBold = false }: TableRow, { align = 'left' }: TableColumn): TextStyle => ({
  ...{ ...TEXT, face: isBold ? 'bold' : 'regular', align, mostLines: MOST_LINES },
});

function heightOfRow(flow: Flow, columns: readonly Placed[], row: TableRow): number {
  const lines = columns.map(
    (column, at) => breakText(flow.pdf, row.cells[at] ?? '', column.width, styleOf(row, column)).length,
  );
  const text = Math.max(1, ...lines) * lineHeight(TEXT) + 2 * PADDING;
  return row.draw ? Math.max(text, LEAST_DRAWN) : text;
}

/** A table over as many pages as it needs; each begins with the titles of the columns. */
export function table(flow: Flow, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  const places = placed(columns);
  const [first] = rows;
  flow.keep(headHeight(flow, places) + (first ? heightOfRow(flow, places, first) : 0));
  drawHead(flow, places);
  for (const [at, row] of rows.entries()) {
    const height = heightOfRow(flow, places, row);
    if (height > flow.left) {
      flow.breakPage();
      drawHead(flow, places);
    }
    drawRow(flow, places, row, { height, isTinted: at % 2 === 1 });
  }
  flow.y += 12;
}

const headHeight = (flow: Flow, columns: readonly Placed[]): number =>
  Math.max(...columns.map(({ title, width }) => breakText(flow.pdf, title, width, TITLE).length)) *
    lineHeight(TITLE) +
  2 * PADDING;

function drawHead(flow: Flow, columns: readonly Placed[]): void {
  const height = headHeight(flow, columns);
  flow.pdf.rect(PAGE.left, flow.y, PAGE.width, height).fill(INK.accent);
  for (const { title, x, width, align = 'left' } of columns)
    write(flow.pdf, title, x, flow.y + PADDING, width, { ...TITLE, align });
  flow.y += height;
}

function drawRow(
  flow: Flow,
  columns: readonly Placed[],
  row: TableRow,
  { height, isTinted }: { readonly height: number; readonly isTinted: boolean },
): void {
  if (isTinted) flow.pdf.rect(PAGE.left, flow.y, PAGE.width, height).fill(INK.tint);
  for (const [at, column] of columns.entries()) {
    const style = styleOf(row, column);
    const lines = breakText(flow.pdf, row.cells[at] ?? '', column.width, style);
    for (const [line, text] of lines.entries()) {
      const y = flow.y + PADDING + line * lineHeight(TEXT);
      writeLine(flow.pdf, text, column.x, y, column.width, style);
    }
  }
  const last = columns.at(-1);
  if (row.draw && last) row.draw({ x: last.x, y: flow.y, width: last.width, height });
  flow.y += height;
  rule(flow.pdf, flow.y);
}
