import { INK, PAGE } from '../../../money/rendering/pdf/page';
import { breakText, heightOf, lineHeight, write, writeLine } from '../../../money/rendering/pdf/text';
import type { ReportContent, ReportObjective } from '../report-content.dto';
import { figureTable } from './figure-table';
import type { ReportFlow } from './report-flow';
import { chapter, comment } from './titles';

const TITLE = { face: 'bold', size: 12.5 } as const;
const QUOTATION = { size: 9.5, colour: INK.soft } as const;
/** What should stand below a title on its page: the sentence and the beginning of the table. */
const BELOW = 120;

/** Each objective with the sentence of the agreement, its figures and what staff say about them. */
export function drawObjectives(flow: ReportFlow, { objectives }: ReportContent): void {
  if (objectives.length === 0) return;
  chapter(flow, 'Les objectifs de la convention');
  for (const [at, objective] of objectives.entries()) drawObjective(flow, objective, at + 1);
}

function drawObjective(flow: ReportFlow, objective: ReportObjective, number: number): void {
  const { pdf } = flow;
  const title = `${number}. ${objective.title}`;
  flow.keep(heightOf(pdf, title, PAGE.width, TITLE) + BELOW);
  flow.y += write(pdf, title, PAGE.left, flow.y, PAGE.width, TITLE) + 4;
  drawQuotation(flow, objective.quotation);
  if (objective.figures.length > 0) figureTable(flow, objective.figures);
  for (const { name, narrowedTo, comment: text } of objective.figures)
    if (text !== null) comment(flow, text, narrowedTo === null ? name : `${name} (${narrowedTo})`);
  if (objective.comment !== null) comment(flow, objective.comment);
  flow.y += 14;
}

/** The sentence of the agreement, between quotation marks, with a line beside it. */
function drawQuotation(flow: ReportFlow, quotation: string): void {
  if (quotation === '') return;
  const lines = breakText(flow.pdf, `« ${quotation} »`, PAGE.width - 14, QUOTATION);
  for (const line of lines) {
    flow.keep(lineHeight(QUOTATION));
    flow.pdf.rect(PAGE.left, flow.y, 2, lineHeight(QUOTATION)).fill(INK.accent);
    writeLine(flow.pdf, line, PAGE.left + 12, flow.y, PAGE.width - 14, QUOTATION);
    flow.y += lineHeight(QUOTATION);
  }
  flow.y += 10;
}
