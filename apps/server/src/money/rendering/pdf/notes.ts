import type { PaperContent } from '@pandafab/domain';
import { isFranchise } from './figures';
import type { Flow } from './flow';
import { INK, PAGE, type Pdf, rule } from './page';
import { heightOf, type TextStyle } from './text';

const NOTE: TextStyle = { size: 8, colour: INK.soft };
/** Between the rule and the text. */
const ABOVE = 8;
/** Between the rule and what is above it. */
const BEFORE = 16;

/** Why VAT is not charged, for each row without it, unless a note or the totals say the same. */
function motives({ vat, notes }: PaperContent): string[] {
  const texts = vat.filter((row) => !isFranchise(row)).flatMap(({ exemptionText }) => exemptionText ?? []);
  const isSaid = (text: string) => notes.some((note) => note.isPrinted && note.text.includes(text));
  return [...new Set(texts)].filter((text) => !isSaid(text)).map((text) => `${text.replace(/\.$/, '')}.`);
}

const notesText = (content: PaperContent): string =>
  [...motives(content), ...content.notes.filter(({ isPrinted }) => isPrinted).map(({ text }) => text)].join(
    '\n',
  );

/** The height of the mentions with the space above them; 0 without any. */
export function notesHeight(pdf: Pdf, content: PaperContent): number {
  const text = notesText(content);
  return text ? BEFORE + ABOVE + heightOf(pdf, text, PAGE.width, NOTE) : 0;
}

/** The legal mentions, at the foot of the page when there is room, otherwise at the head of the next. */
export function drawNotes(flow: Flow, content: PaperContent): void {
  const text = notesText(content);
  if (!text) return;
  const height = heightOf(flow.pdf, text, PAGE.width, NOTE) + ABOVE;
  flow.y += BEFORE;
  if (height < PAGE.bottom - PAGE.top) flow.keep(height);
  if (flow.y > PAGE.top) flow.y = Math.max(flow.y, PAGE.bottom - height);
  rule(flow.pdf, flow.y);
  flow.y += ABOVE;
  flow.paragraph(text, NOTE);
}
