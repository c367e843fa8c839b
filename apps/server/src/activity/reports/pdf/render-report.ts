import { frenchDay } from '../../../money/kit/french';
import { parisDay } from '../../../money/kit/paris';
import { collect, createPdf } from '../../../money/rendering/pdf/page';
import { periodWords } from '../french-words';
import type { ReportContent } from '../report-content.dto';
import { drawAnnexes } from './annexes';
import { drawCover } from './cover';
import { drawHeadsAndFeet } from './heads-and-feet';
import { drawMoney } from './money';
import { drawObjectives } from './objectives';
import { drawPublics } from './publics';
import { ReportFlow } from './report-flow';
import { chapter } from './titles';

export interface RenderOptions {
  readonly isDraft: boolean;
  /** False while the period runs: the figures are those until now. */
  readonly isOver: boolean;
}

/** A report as PDF/A-3b. The same content gives the same bytes. */
export function renderReport(content: ReportContent, options: RenderOptions): Promise<Buffer> {
  const title = `Rapport d’activité et financier, ${periodWords(content.period)}`;
  const author = content.convention.parties.join(', ');
  const pdf = createPdf({ title, author, createdAt: new Date(content.asOf) });
  drawCover(pdf, content, statusOf(content, options));
  const flow = new ReportFlow(pdf);
  if (content.intro !== null) {
    chapter(flow, 'Introduction');
    flow.paragraph(content.intro, { size: 10 });
  }
  drawObjectives(flow, content);
  drawMoney(flow, content);
  drawPublics(flow, content);
  drawAnnexes(flow, content);
  drawHeadsAndFeet(pdf, content, options.isDraft);
  return collect(pdf);
}

function statusOf({ asOf }: ReportContent, { isDraft, isOver }: RenderOptions): string | null {
  if (!isDraft) return null;
  const day = frenchDay(parisDay(Date.parse(asOf)));
  return isOver
    ? `Brouillon du ${day}, non présenté : les chiffres et les textes peuvent encore changer.`
    : `Brouillon : la période n’est pas terminée. Chiffres arrêtés au ${day}.`;
}
