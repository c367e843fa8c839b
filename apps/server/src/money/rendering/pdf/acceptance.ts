import type { Flow } from './flow';
import { INK, PAGE } from './page';
import { write } from './text';

const HEIGHT = 96;
const LINES = ['Nom et qualité :', 'Date :', 'Signature et cachet :'] as const;

/** Where the client signs a quote. */
export function drawAcceptance(flow: Flow): void {
  flow.y += 18;
  flow.keep(HEIGHT);
  const { pdf, y } = flow;
  pdf.roundedRect(PAGE.left, y, PAGE.width, HEIGHT, 4).lineWidth(0.9).strokeColor(INK.accent).stroke();
  const heading = { face: 'bold', size: 10.5, colour: INK.accent } as const;
  write(pdf, 'Bon pour accord', PAGE.left + 14, y + 11, 200, heading);
  for (const [index, line] of LINES.entries()) {
    const x = index === 2 ? PAGE.left + 280 : PAGE.left + 14;
    write(pdf, line, x, y + (index === 2 ? 11 : 36 + index * 28), 200, { size: 9, colour: INK.soft });
  }
  flow.y = y + HEIGHT;
}
