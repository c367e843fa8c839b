import { INK, PAGE, type Pdf } from './page';
import { lineHeight, type TextStyle, write, writeLine } from './text';

const PADDING = 6;

/** From left to right. Figures are aligned to the right. */
export const COLUMNS = {
  label: { x: PAGE.left + PADDING, width: 218, heading: 'Désignation' },
  quantity: { x: 278, width: 66, heading: 'Quantité' },
  price: { x: 348, width: 80, heading: 'Prix unitaire HT' },
  tax: { x: 432, width: 44, heading: 'TVA' },
  net: { x: 479, width: 62, heading: 'Total HT' },
} as const;
export type Column = keyof typeof COLUMNS;
export const FIGURES = ['quantity', 'price', 'tax', 'net'] as const satisfies Column[];

const HEADINGS_HEIGHT = 22;

/** The names of the columns, on top of the table on each page. Returns the y position below. */
export function drawHeadings(pdf: Pdf, y: number): number {
  const style = { face: 'bold', size: 8, colour: INK.paper } as const;
  pdf.rect(PAGE.left, y, PAGE.width, HEADINGS_HEIGHT).fill(INK.accent);
  for (const [name, { x, width, heading }] of Object.entries(COLUMNS))
    write(pdf, heading, x, y + PADDING, width, { ...style, align: name === 'label' ? 'left' : 'right' });
  return y + HEADINGS_HEIGHT;
}

export const writeFigure = (pdf: Pdf, column: Column, text: string, y: number, style: TextStyle): number =>
  write(pdf, text, COLUMNS[column].x, y, COLUMNS[column].width, { ...style, align: 'right' });

export const CARRY_HEIGHT = 20;

/** The sum so far, at the foot of a page and at the head of the next. Returns the y position below. */
export function drawCarry(pdf: Pdf, label: string, sum: string, y: number): number {
  const style = { face: 'bold', size: 8.5, colour: INK.soft } as const;
  const top = y + (CARRY_HEIGHT - lineHeight(style)) / 2;
  writeLine(pdf, label, COLUMNS.label.x, top, COLUMNS.label.width, style);
  writeFigure(pdf, 'net', sum, top, style);
  return y + CARRY_HEIGHT;
}
