import { INK, type Pdf } from '../../../money/rendering/pdf/page';

/** Two fills that stay different in grey: `solid` for this period, `hatched` for the one before. */
export type Pattern = 'solid' | 'hatched';

const STEP = 3.2;

/** A bar with a fill. Nothing is drawn for a bar without an area. */
export function bar(
  pdf: Pdf,
  pattern: Pattern,
  [x, y, width, height]: readonly [number, number, number, number],
): void {
  if (width <= 0 || height <= 0) return;
  if (pattern === 'solid') {
    pdf.rect(x, y, width, height).fill(INK.accent);
    return;
  }
  pdf.save().rect(x, y, width, height).clip();
  for (let at = x - height; at < x + width; at += STEP) pdf.moveTo(at, y + height).lineTo(at + height, y);
  pdf.lineWidth(0.7).strokeColor(INK.soft).stroke().restore();
  pdf.rect(x, y, width, height).lineWidth(0.6).strokeColor(INK.soft).stroke();
}

/** A mark for a target: a line that is higher than the bars. */
export function tick(pdf: Pdf, x: number, y: number, height: number): void {
  pdf
    .moveTo(x, y)
    .lineTo(x, y + height)
    .lineWidth(1.8)
    .strokeColor(INK.text)
    .stroke();
}
