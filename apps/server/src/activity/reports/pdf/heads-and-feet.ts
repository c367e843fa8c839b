import { INK, PAGE, type Pdf, rule } from '../../../money/rendering/pdf/page';
import { write, writeLine } from '../../../money/rendering/pdf/text';
import { periodWords } from '../french-words';
import type { ReportContent } from '../report-content.dto';

const SMALL = { size: 7.5, colour: INK.soft } as const;
const FOOT_TOP = PAGE.bottom + 15;

/** On each page but the cover: which report it belongs to, and which page it is. On each page of a draft: that it is one. */
export function drawHeadsAndFeet(pdf: Pdf, content: ReportContent, isDraft: boolean): void {
  const { count } = pdf.bufferedPageRange();
  const place = content.lab?.name ?? 'Ensemble du réseau';
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    if (page > 0) drawHead(pdf, content.convention.title, `${periodWords(content.period)} · ${place}`);
    rule(pdf, FOOT_TOP - 6);
    write(pdf, 'Rapport d’activité et financier', PAGE.left, FOOT_TOP, 300, SMALL);
    const number = `${isDraft ? 'Brouillon · ' : ''}page ${page + 1} sur ${count}`;
    writeLine(pdf, number, PAGE.right - 170, FOOT_TOP, 170, { ...SMALL, align: 'right' });
    if (isDraft) drawDraft(pdf);
  }
}

function drawHead(pdf: Pdf, title: string, period: string): void {
  write(pdf, title, PAGE.left, PAGE.top - 8, 300, { ...SMALL, mostLines: 1 });
  write(pdf, period, PAGE.right - 190, PAGE.top - 8, 190, { ...SMALL, align: 'right', mostLines: 1 });
  rule(pdf, PAGE.top + 6);
}

function drawDraft(pdf: Pdf): void {
  pdf
    .save()
    .rotate(-52, { origin: [PAGE.sheet / 2, 421] })
    .fillOpacity(0.08);
  writeLine(pdf, 'BROUILLON', 0, 360, PAGE.sheet, { face: 'bold', size: 96, align: 'center' });
  pdf.fillOpacity(1).restore();
}
