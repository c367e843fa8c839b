import type { PaperContent } from '@pandafab/domain';
import { ACCEPTANCE_HEIGHT, drawAcceptance } from './pdf/acceptance';
import { besideHeight, drawBeside, termsBelow } from './pdf/beside-totals';
import { drawFeet } from './pdf/feet';
import { Flow } from './pdf/flow';
import { drawHeading } from './pdf/heading';
import { drawLines } from './pdf/line-table';
import { drawNotes, notesHeight } from './pdf/notes';
import { collect, createPdf, type Pdf } from './pdf/page';
import { drawTotals, totalsHeight } from './pdf/totals';
import { KIND_WORDS } from './pdf/words';

export interface RenderOptions {
  /** A PNG or JPEG that the seller's settings accepted. */
  readonly logo?: Buffer;
  /** Marks every page as a draft, for previews. */
  readonly isDraft?: boolean;
}

/** Days have no time; midday in Greenwich is the same day in Paris. */
export const creationDate = ({ issuedOn }: PaperContent): Date => new Date(`${issuedOn}T12:00:00Z`);

const ABOVE_SUMS = 14;

const sumsHeight = (pdf: Pdf, content: PaperContent): number =>
  Math.max(totalsHeight(pdf, content), besideHeight(pdf, content));

/** What is higher is not kept on the page of the last item. */
const MOST_TAIL = 400;

/** What stands below the table on the page of the last item: all of it, or only the sums if that is too much. */
function tailHeight(pdf: Pdf, content: PaperContent): number {
  const sums = ABOVE_SUMS + sumsHeight(pdf, content);
  if (termsBelow(pdf, content)) return sums;
  const box = content.kind === 'quote' ? ACCEPTANCE_HEIGHT : 0;
  const tail = sums + box + notesHeight(pdf, content);
  return tail <= MOST_TAIL ? tail : sums;
}

function drawSums(flow: Flow, content: PaperContent): void {
  flow.y += ABOVE_SUMS;
  flow.keep(sumsHeight(flow.pdf, content));
  flow.y = Math.max(drawTotals(flow.pdf, content, flow.y), drawBeside(flow.pdf, content, flow.y));
}

/** Draws all pages of a document; the caller adds what it attaches, and ends it. */
export function drawPaper(content: PaperContent, { logo, isDraft = false }: RenderOptions): Pdf {
  const pdf = createPdf({
    title: `${KIND_WORDS[content.kind].title} ${content.number}`.trim(),
    author: content.seller.name,
    createdAt: creationDate(content),
  });
  const flow = new Flow(pdf, drawHeading(pdf, content, logo));
  drawLines(flow, content.lines, tailHeight(pdf, content));
  drawSums(flow, content);
  const terms = termsBelow(pdf, content);
  if (terms) {
    flow.y += 16;
    flow.paragraph(terms, { size: 9 });
  }
  if (content.kind === 'quote') drawAcceptance(flow, content, notesHeight(pdf, content));
  drawNotes(flow, content);
  drawFeet(pdf, content, isDraft);
  return pdf;
}

/**
 * The document as PDF/A-3b in French, from its frozen content alone: the same content and logo give the same bytes. Its
 * mentions follow CGI ann. II art. 242 nonies A and Code de commerce L441-9.
 */
export const renderPaper = (content: PaperContent, options: RenderOptions = {}): Promise<Buffer> =>
  collect(drawPaper(content, options));
