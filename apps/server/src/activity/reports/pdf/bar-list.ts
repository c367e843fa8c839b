import { INK, PAGE, rule } from '../../../money/rendering/pdf/page';
import { breakText, lineHeight, writeLine } from '../../../money/rendering/pdf/text';
import { bar } from './patterns';
import type { ReportFlow } from './report-flow';

interface Item {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
}

const TEXT = { size: 8.5, mostLines: 3 } as const;
const LABEL_WIDTH = 190;
const VALUE_WIDTH = 84;
const PADDING = 4;

/**
 * Names with a bar and a number each: a chart that is its own table.
 * @param total of all numbers, below them; null where it says nothing
 */
export function barList(flow: ReportFlow, items: readonly Item[], total: string | null = null): void {
  const most = Math.max(1, ...items.map(({ value }) => value));
  const room = PAGE.width - LABEL_WIDTH - VALUE_WIDTH - 24;
  for (const { label, value, shown } of items) {
    const lines = breakText(flow.pdf, label, LABEL_WIDTH, TEXT);
    const height = lines.length * lineHeight(TEXT) + 2 * PADDING;
    flow.keep(height);
    for (const [at, line] of lines.entries())
      writeLine(flow.pdf, line, PAGE.left, flow.y + PADDING + at * lineHeight(TEXT), LABEL_WIDTH, TEXT);
    const width = (Math.max(0, value) / most) * room;
    bar(flow.pdf, 'solid', [PAGE.left + LABEL_WIDTH + 12, flow.y + height / 2 - 4, width, 8]);
    writeLine(flow.pdf, shown, PAGE.right - VALUE_WIDTH, flow.y + PADDING, VALUE_WIDTH, {
      ...TEXT,
      ...{ align: 'right', colour: INK.text },
    });
    flow.y += height;
    rule(flow.pdf, flow.y);
  }
  if (total !== null) {
    const style = { ...TEXT, face: 'bold' } as const;
    flow.keep(lineHeight(TEXT) + PADDING);
    writeLine(flow.pdf, 'Total', PAGE.left, flow.y + PADDING, LABEL_WIDTH, style);
    writeLine(flow.pdf, total, PAGE.right - VALUE_WIDTH, flow.y + PADDING, VALUE_WIDTH, {
      ...{ ...style, align: 'right' },
    });
    flow.y += lineHeight(TEXT) + PADDING;
  }
  flow.y += 12;
}
