import type { PaperContent } from '@pandafab/domain';
import { siren } from './figures';
import { INK, PAGE, type Pdf, rule } from './page';
import { write, writeLine } from './text';

const FOOT = { size: 7.5, colour: INK.soft, mostLines: 3 } as const;
const TOP = PAGE.bottom + 15;
const PLACE_WIDTH = 170;

/** A word across a page that is not the final document. */
function drawDraft(pdf: Pdf): void {
  pdf
    .save()
    .rotate(-52, { origin: [PAGE.sheet / 2, 421] })
    .fillOpacity(0.1);
  writeLine(pdf, 'BROUILLON', 0, 360, PAGE.sheet, { face: 'bold', size: 96, align: 'center' });
  pdf.fillOpacity(1).restore();
}

/** On each page: who sells, which document, which page. */
export function drawFeet(
  pdf: Pdf,
  { number, seller }: Pick<PaperContent, 'number' | 'seller'>,
  isDraft: boolean,
): void {
  const { count } = pdf.bufferedPageRange();
  const identity = [`${seller.name} · SIREN ${siren(seller.siren)}`, seller.footer]
    .filter(Boolean)
    .join('\n');
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    rule(pdf, TOP - 6);
    write(pdf, identity, PAGE.left, TOP, PAGE.width - PLACE_WIDTH - 12, FOOT);
    const place = `${isDraft ? 'Brouillon' : number} · page ${page + 1} sur ${count}`;
    write(pdf, place, PAGE.right - PLACE_WIDTH, TOP, PLACE_WIDTH, { ...FOOT, align: 'right' });
    if (isDraft) drawDraft(pdf);
  }
}
