import type { PaperContent } from '@pandafab/domain';
import { euros, isFranchise } from './figures';
import { INK, PAGE, type Pdf } from './page';
import { discountText } from './rows';
import { heightOf, type TextStyle, textWidth, write } from './text';
import { isWithoutVat, KIND_WORDS, vatLabel } from './words';

export const TOTALS = { x: PAGE.right - 250, width: 250 } as const;
const FIGURE = 82;
const BAR_HEIGHT = 28;

interface Sum {
  readonly label: string;
  /** Null: the label says all. */
  readonly cents: number | null;
  readonly style: TextStyle;
}

const PLAIN: TextStyle = { size: 9, mostLines: 12 };
const BOLD: TextStyle = { face: 'bold', size: 9 };

/** The sums above the total, in the order of EN 16931: lines, discounts, net, VAT. */
function sums({ discounts, totals, vat }: PaperContent): Sum[] {
  const before = { label: 'Total des lignes HT', cents: totals.linesCents, style: PLAIN };
  return [
    ...(discounts.length > 0 ? [before] : []),
    ...discounts.map((discount) => ({
      label: discountText(discount).replace(/ : [^:]*$/, ''),
      cents: -discount.cents,
      style: PLAIN,
    })),
    { label: 'Total HT', cents: totals.netCents, style: BOLD },
    ...vat.map((row) => ({
      label: vatLabel(row),
      cents: isFranchise(row) ? null : row.vatCents,
      style: PLAIN,
    })),
  ];
}

const figureOf = ({ cents }: Sum): string => (cents === null ? '' : euros(cents));

/** Down to the figure, which is short where no VAT is charged. */
function labelWidth(pdf: Pdf, sum: Sum): number {
  const figure = figureOf(sum);
  return TOTALS.width - 16 - (figure ? textWidth(pdf, figure, sum.style) + 10 : 0);
}

const sumHeight = (pdf: Pdf, sum: Sum): number =>
  heightOf(pdf, sum.label, labelWidth(pdf, sum), sum.style) + 5;

export const totalsHeight = (pdf: Pdf, content: PaperContent): number =>
  sums(content).reduce((height, sum) => height + sumHeight(pdf, sum), BAR_HEIGHT + 4);

function drawBar(pdf: Pdf, content: PaperContent, y: number): number {
  const words = KIND_WORDS[content.kind];
  const label = isWithoutVat(content) ? words.plainTotal : words.total;
  const style = { face: 'bold', size: 11.5, colour: INK.paper } as const;
  pdf.rect(TOTALS.x, y, TOTALS.width, BAR_HEIGHT).fill(INK.accent);
  write(pdf, label, TOTALS.x + 10, y + 6.5, 150, style);
  const x = TOTALS.x + TOTALS.width - 106;
  write(pdf, euros(content.totals.grossCents), x, y + 6.5, 98, { ...style, align: 'right' });
  return y + BAR_HEIGHT;
}

/** Net, VAT per row, and the total with VAT: what is due. Returns the y position below. */
export function drawTotals(pdf: Pdf, content: PaperContent, top: number): number {
  let y = top;
  for (const sum of sums(content)) {
    write(pdf, sum.label, TOTALS.x + 10, y, labelWidth(pdf, sum), sum.style);
    const x = TOTALS.x + TOTALS.width - FIGURE - 6;
    write(pdf, figureOf(sum), x, y, FIGURE, { ...sum.style, align: 'right' });
    y += sumHeight(pdf, sum);
  }
  return drawBar(pdf, content, y + 2);
}
