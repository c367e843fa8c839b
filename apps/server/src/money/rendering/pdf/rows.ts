import type { AppliedDiscount, PaperLine } from '@pandafab/domain';
import { COLUMNS, type Column } from './columns';
import { euros, percentOf, quantity, taxOf, unitPrice } from './figures';
import { INK, PAGE, type Pdf } from './page';
import { breakText, lineHeight, type TextStyle } from './text';

/** One printed line of the label column. */
export interface RowText {
  readonly text: string;
  readonly style: TextStyle;
}

/** One row of the table, ready to be drawn. */
export interface Row {
  readonly texts: readonly RowText[];
  readonly figures: Partial<Record<Column, string>>;
  readonly figureStyle: TextStyle;
  /** What the row adds to the carried sum. */
  readonly countedCents: number;
  readonly isTinted: boolean;
}

const LABEL: TextStyle = { size: 9 };
const BOLD: TextStyle = { face: 'bold', size: 9 };
const DETAIL: TextStyle = { size: 8, colour: INK.soft };

const WIDE = PAGE.width - 12;

const broken = (pdf: Pdf, text: string, width: number, style: TextStyle): RowText[] =>
  breakText(pdf, text, width, style).map((line) => ({ text: line, style }));

export function discountText({ label, percent, cents }: AppliedDiscount): string {
  const share = percent ? ` (${percentOf(percent)})` : '';
  return `${label || 'Remise'}${share} : ${euros(-cents)}`;
}

function itemRow(pdf: Pdf, line: PaperLine): Row {
  const { width } = COLUMNS.label;
  const details = [...line.details, ...line.discounts.map(discountText)];
  return {
    texts: [
      ...broken(pdf, line.label, width, LABEL),
      ...details.flatMap((detail) => broken(pdf, detail, width, DETAIL)),
    ],
    figures: {
      quantity: quantity(line),
      price: unitPrice(line),
      tax: taxOf(line.tax),
      net: euros(line.netCents),
    },
    figureStyle: LABEL,
    countedCents: line.netCents,
    isTinted: false,
  };
}

const textRow = (pdf: Pdf, { label, details }: PaperLine): Row => ({
  texts: [
    ...broken(pdf, label, WIDE, BOLD),
    ...details.flatMap((detail) => broken(pdf, detail, WIDE, DETAIL)),
  ],
  ...{ figures: {}, figureStyle: BOLD, countedCents: 0, isTinted: false },
});

const subtotalRow = (pdf: Pdf, { label, netCents }: PaperLine): Row => ({
  texts: broken(pdf, label || 'Sous-total', COLUMNS.label.width, BOLD),
  ...{ figures: { net: euros(netCents) }, figureStyle: BOLD, countedCents: 0, isTinted: true },
});

export function rowOf(pdf: Pdf, line: PaperLine): Row {
  if (line.kind === 'text') return textRow(pdf, line);
  return line.kind === 'subtotal' ? subtotalRow(pdf, line) : itemRow(pdf, line);
}

export const heightOfTexts = (texts: readonly RowText[]): number =>
  texts.reduce((height, { style }) => height + lineHeight(style), 0);
