import { euros, percent, quantityWithUnit, unitPrice } from '../../kit/french';
import type { InvoiceLine } from '../invoice.entities';
import { heightOf, INK, PAGE, type Pdf, rule, write } from './page';

const COLUMNS = {
  label: { x: PAGE.left + 6, width: 212 },
  quantity: { x: 270, width: 76 },
  price: { x: 349, width: 82 },
  vat: { x: 435, width: 44 },
  net: { x: 483, width: 58 },
} as const;
const HEADINGS = {
  label: 'Désignation',
  quantity: 'Quantité',
  price: 'Prix unitaire HT',
  vat: 'TVA',
  net: 'Total HT',
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const DETAIL = { size: 7.5, colour: INK.soft } as const;
const PADDING = 6;

function cell(pdf: Pdf, name: keyof typeof COLUMNS, text: string, y: number, heading = false): number {
  const { x, width } = COLUMNS[name];
  const align = name === 'label' ? 'left' : 'right';
  const style = heading ? ({ face: 'bold', size: 8, colour: INK.accent } as const) : { size: 8.5 };
  return write(pdf, text, x, y, width, { ...style, align });
}

function drawHeadings(pdf: Pdf, y: number): number {
  pdf.rect(PAGE.left, y, PAGE.width, 22).fill(INK.tint);
  for (const name of NAMES) cell(pdf, name, HEADINGS[name], y + PADDING, true);
  return y + 22;
}

const details = (line: InvoiceLine): string => line.details.join('\n');

function lineHeight(pdf: Pdf, line: InvoiceLine): number {
  const { width } = COLUMNS.label;
  const price = unitPrice(line.unitPriceCents, line.unit, line.basis);
  const label = heightOf(pdf, line.label, width, { size: 8.5 });
  const explained = line.details.length > 0 ? heightOf(pdf, details(line), width, DETAIL) + 2 : 0;
  return Math.max(label + explained, heightOf(pdf, price, COLUMNS.price.width, { size: 8.5 })) + 2 * PADDING;
}

function drawLine(pdf: Pdf, line: InvoiceLine, top: number): void {
  const y = top + PADDING;
  const label = cell(pdf, 'label', line.label, y);
  if (line.details.length > 0)
    write(pdf, details(line), COLUMNS.label.x, y + label + 2, COLUMNS.label.width, DETAIL);
  cell(pdf, 'quantity', quantityWithUnit(line.quantity, line.unit), y);
  cell(pdf, 'price', unitPrice(line.unitPriceCents, line.unit, line.basis), y);
  cell(pdf, 'vat', line.categoryCode === 'E' ? 'exonéré' : percent(line.rateBasisPoints), y);
  cell(pdf, 'net', euros(line.netCents), y);
}

/** The lines, over as many pages as they need, each with the headings. Returns the y position below. */
export function drawLines(pdf: Pdf, lines: readonly InvoiceLine[], top: number): number {
  let y = drawHeadings(pdf, top);
  for (const line of lines) {
    const height = lineHeight(pdf, line);
    if (y + height > PAGE.bottom) {
      pdf.addPage();
      y = drawHeadings(pdf, PAGE.top);
    }
    drawLine(pdf, line, y);
    y += height;
    rule(pdf, y);
  }
  return y;
}
