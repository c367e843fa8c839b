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
/** What is higher is not kept together with the row above it. */
const MOST_BELOW = 500;

function figuresHeight(flow: Flow, { figures, figureStyle }: Row): number {
  const heights = FIGURES.map((column) =>
    heightOf(flow.pdf, figures[column] ?? '', COLUMNS[column].width, figureStyle),
  );
  return Math.max(...heights);
}

/** The height of a row that is not divided between pages. */
const rowHeight = (flow: Flow, row: Row): number =>
  Math.max(heightOfTexts(row.texts), figuresHeight(flow, row)) + 2 * PADDING;

interface Placed {
  readonly row: Row;
  /** Where it is not divided between pages. */
  readonly height: number;
  /** The height of what must stand on the same page, below this row. */
  readonly below: number;
}

/** Draws the table and keeps the sum that a page carries to the next. */
class LineTable {
  private carriedCents = 0;
  /** Rows on the present page. */
  private rows = 0;

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
    this.rows = 0;
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

  draw({ row, height, below }: Placed): void {
    const { flow } = this;
    const isDivided = height > MOST_KEPT;
    const kept = isDivided ? figuresHeight(flow, row) + 2 * PADDING : height;
    const isAlone = !isDivided && this.rows > 0 && flow.y + kept + below > BOTTOM;
    if (isAlone || flow.y + kept > BOTTOM) this.breakPage();
    this.rows += 1;
    const top = flow.y;
    if (row.isTinted) flow.pdf.rect(PAGE.left, top, PAGE.width, height).fill(INK.tint);
    this.drawFigures(row, top + PADDING);
    this.carriedCents += row.countedCents;
    flow.y = top + PADDING;
    this.drawTexts(row.texts);
    flow.y = Math.max(flow.y + PADDING, isDivided ? 0 : top + height);
    rule(flow.pdf, flow.y);
  }
}

/**
 * A text is never the last row of a page, a subtotal never the first, and the last item has the rows after it and the
 * totals below it: no page has totals without an item.
 */
function place(flow: Flow, lines: readonly PaperLine[], totals: number): Placed[] {
  const placed: Placed[] = [];
  const lastItem = lines.findLastIndex(({ kind }) => kind !== 'text' && kind !== 'subtotal');
  let following = Math.max(totals - CARRY_HEIGHT, 0);
  for (const [at, line] of [...lines.entries()].reverse()) {
    const row = rowOf(flow.pdf, line);
    const height = rowHeight(flow, row);
    const isWithNext = line.kind === 'text' || lines[at + 1]?.kind === 'subtotal';
    const isKept = (at >= lastItem || isWithNext) && following <= MOST_BELOW;
    const below = isKept ? following : 0;
    placed.push({ row, height, below });
    following = Math.min(height, MOST_KEPT) + below;
  }
  return placed.reverse();
}

/**
 * The lines, over as many pages as they need, each with the headings and the sum carried from the page before.
 * @param totals the height of what follows the table
 */
export function drawLines(flow: Flow, lines: readonly PaperLine[], totals: number): void {
  const table = new LineTable(flow);
  for (const placed of place(flow, lines, totals)) table.draw(placed);
}
