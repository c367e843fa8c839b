import type { PaperLine } from '@pandafab/domain';
import { CARRY_HEIGHT, COLUMNS, drawCarry, drawHeadings, FIGURES, writeFigure } from './columns';
import { euros } from './figures';
import type { Flow } from './flow';
import { INK, PAGE, rule } from './page';
import { heightOfTexts, type Row, type RowText, rowOf } from './rows';
import { heightOf, lineHeight, writeLine } from './text';

const PADDING = 5;
/** The sum to carry needs a place at the foot of each page. */
const BOTTOM = PAGE.bottom - CARRY_HEIGHT;
/** A row that is higher than this is divided between pages instead of leaving a large gap. */
const MOST_KEPT = 220;

function figuresHeight(flow: Flow, { figures, figureStyle }: Row): number {
  const heights = FIGURES.map((column) =>
    heightOf(flow.pdf, figures[column] ?? '', COLUMNS[column].width, figureStyle),
  );
  return Math.max(...heights);
}

/** Draws the table and keeps the sum that a page carries to the next. */
class LineTable {
  private carriedCents = 0;

  constructor(private readonly flow: Flow) {
    flow.keep(80);
    flow.y = drawHeadings(flow.pdf, flow.y);
  }

  private breakPage(): void {
    const { flow } = this;
    const sum = euros(this.carriedCents);
    drawCarry(flow.pdf, 'À reporter', sum, flow.y);
    flow.breakPage();
    flow.y = drawCarry(flow.pdf, 'Report', sum, drawHeadings(flow.pdf, flow.y));
    rule(flow.pdf, flow.y);
  }

  private drawFigures({ figures, figureStyle }: Row, y: number): void {
    for (const column of FIGURES)
      if (figures[column]) writeFigure(this.flow.pdf, column, figures[column], y, figureStyle);
  }

  private drawTexts(texts: readonly RowText[]): void {
    for (const { text, style } of texts) {
      if (this.flow.y + lineHeight(style) + PADDING > BOTTOM) this.breakPage();
      writeLine(this.flow.pdf, text, COLUMNS.label.x, this.flow.y, COLUMNS.label.width, style);
      this.flow.y += lineHeight(style);
    }
  }

  draw(row: Row): void {
    const { flow } = this;
    const least = figuresHeight(flow, row);
    const height = Math.max(heightOfTexts(row.texts), least) + 2 * PADDING;
    const kept = height > MOST_KEPT ? least + 2 * PADDING : height;
    if (flow.y + kept > BOTTOM) this.breakPage();
    const top = flow.y;
    if (row.isTinted) flow.pdf.rect(PAGE.left, top, PAGE.width, height).fill(INK.tint);
    this.drawFigures(row, top + PADDING);
    this.carriedCents += row.countedCents;
    flow.y = top + PADDING;
    this.drawTexts(row.texts);
    flow.y = Math.max(flow.y + PADDING, height <= MOST_KEPT ? top + height : 0);
    rule(flow.pdf, flow.y);
  }
}

/** The lines, over as many pages as they need, each with the headings and the sum carried from the page before. */
export function drawLines(flow: Flow, lines: readonly PaperLine[]): void {
  const table = new LineTable(flow);
  for (const line of lines) table.draw(rowOf(flow.pdf, line));
}
