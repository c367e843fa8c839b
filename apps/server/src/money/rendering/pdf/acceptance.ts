import type { PaperContent } from '@pandafab/domain';
import { frenchDay } from '../../kit/french';
import { euros } from './figures';
import type { Flow } from './flow';
import { INK, PAGE } from './page';
import { write } from './text';
import { isWithoutVat } from './words';

const HEIGHT = 104;
const ABOVE = 18;
const LABELS = ['Nom et qualité :', 'Date :'] as const;
const SMALL = { size: 9, colour: INK.soft } as const;

/** What is signed: the box may stand on a page without the total. */
function accepted(content: PaperContent): string {
  const { number, version, issuedOn, totals } = content;
  const shown = version > 1 ? `${number} (version ${version})` : number;
  const total = `${euros(totals.grossCents)}${isWithoutVat(content) ? '' : ' TTC'}`;
  return `Devis ${shown} du ${frenchDay(issuedOn)}\nTotal : ${total}`;
}

/** The height of the box with the space above it. */
export const ACCEPTANCE_HEIGHT = HEIGHT + ABOVE;

/**
 * Where the client signs a quote.
 * @param below the height of what must stand on the same page, below the box
 */
export function drawAcceptance(flow: Flow, content: PaperContent, below: number): void {
  flow.y += ABOVE;
  flow.keep(HEIGHT + below);
  const { pdf, y } = flow;
  pdf.roundedRect(PAGE.left, y, PAGE.width, HEIGHT, 4).lineWidth(0.9).strokeColor(INK.accent).stroke();
  const x = PAGE.left + 14;
  write(pdf, 'Bon pour accord', x, y + 11, 200, { face: 'bold', size: 10.5, colour: INK.accent });
  write(pdf, accepted(content), x, y + 27, 262, { size: 9 });
  for (const [at, label] of LABELS.entries()) write(pdf, label, x, y + 58 + at * 23, 200, SMALL);
  write(pdf, 'Signature et cachet :', PAGE.left + 290, y + 11, 190, SMALL);
  flow.y = y + HEIGHT;
}
