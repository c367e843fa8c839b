import type { Invoice, InvoiceLine } from '../invoice.entities';
import { drawHeading } from './heading';
import { drawLines } from './line-table';
import { collect, createPdf, INK, PAGE, type Pdf, write } from './page';
import { drawMentions, drawPayment, drawTotals, mentionsHeight } from './totals';

const FOOT = { size: 7, colour: INK.soft } as const;
/** Totals and payment are kept on one page; the tallest case is five rates. */
const TOTALS_HEIGHT = 140;

function drawFeet(pdf: Pdf, { number, seller }: Invoice): void {
  const { count } = pdf.bufferedPageRange();
  const identity = [`${seller.name} — SIREN ${seller.siren}`, seller.wordings.footer]
    .filter(Boolean)
    .join(' — ');
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    write(pdf, identity, PAGE.left, PAGE.bottom + 20, PAGE.width - 150, FOOT);
    const place = `${number} — page ${page + 1}/${count}`;
    write(pdf, place, PAGE.right - 145, PAGE.bottom + 20, 145, { ...FOOT, align: 'right' });
  }
}

/**
 * The invoice as a PDF in French, from its frozen copy alone: the same invoice always gives the same bytes.
 * Its mentions follow CGI ann. II art. 242 nonies A and Code de commerce L441-9.
 */
export async function renderInvoice(invoice: Invoice, lines: readonly InvoiceLine[]): Promise<Buffer> {
  const pdf = createPdf({
    title: `Facture ${invoice.number}`,
    author: invoice.seller.name,
    createdAt: new Date(invoice.issuedAt),
  });
  let y = drawLines(pdf, lines, drawHeading(pdf, invoice)) + 16;
  const mentions = mentionsHeight(pdf, invoice);
  if (y + TOTALS_HEIGHT + mentions > PAGE.bottom) {
    pdf.addPage();
    y = PAGE.top;
  }
  y = Math.max(drawTotals(pdf, invoice, y), drawPayment(pdf, invoice, y));
  drawMentions(pdf, invoice, Math.max(y + 20, PAGE.bottom - mentions));
  drawFeet(pdf, invoice);
  return collect(pdf);
}
