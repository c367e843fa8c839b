import { INK, type Pdf, rule } from '../../../money/rendering/pdf/page';
import type { Place } from '../../../money/rendering/pdf/table';
import { write, writeLine } from '../../../money/rendering/pdf/text';
import { count } from './formats';
import { bar } from './patterns';

interface Column {
  readonly label: string;
  readonly value: number;
}

const VALUE = { size: 7.5, face: 'bold', align: 'center' } as const;
const LABEL = { size: 7.5, colour: INK.soft, align: 'center' } as const;
const FOOT = 16;
const HEAD = 14;

/** Columns on one line, each with its number above it. */
export function columnChart(pdf: Pdf, columns: readonly Column[], place: Place): void {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const step = place.width / Math.max(1, columns.length);
  const zero = place.y + place.height - FOOT;
  for (const [at, { label, value }] of columns.entries()) {
    const height = (Math.max(0, value) / most) * (zero - place.y - HEAD);
    const x = place.x + at * step;
    bar(pdf, 'solid', [x + step * 0.2, zero - height, step * 0.6, height]);
    writeLine(pdf, count(value), x, zero - height - 11, step, VALUE);
    write(pdf, label, x, zero + 4, step, LABEL);
  }
  rule(pdf, zero, place.x, place.x + place.width);
}
