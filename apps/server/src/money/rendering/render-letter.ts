import type { ClientOnPaper, SellerOnPaper } from '@pandafab/domain';
import { frenchDay } from '../kit/french';
import type { Day } from '../kit/paris';
import type { QrCode } from '../kit/payment-code/qr-code';
import { drawFeet } from './pdf/feet';
import { Flow } from './pdf/flow';
import { drawClient, drawSeller, WINDOW } from './pdf/heading';
import { drawLogo } from './pdf/logo';
import { collect, createPdf, PAGE } from './pdf/page';
import { drawPaymentCode, PAYMENT_CODE_HEIGHT } from './pdf/payment-code';
import { write } from './pdf/text';

/** A letter about a document. */
export interface Letter {
  readonly seller: SellerOnPaper;
  readonly client: ClientOnPaper;
  readonly day: Day;
  /** At the foot of each page: the document's number. */
  readonly number: string;
  readonly subject: string;
  /** With its line breaks. */
  readonly text: string;
  /** Below the text; null where the client has nothing to scan. */
  readonly code: QrCode | null;
  readonly logo?: Buffer | undefined;
}

const BODY = { size: 10.5 } as const;

/** A letter as PDF/A-3b, for an envelope with a window. The same letter gives the same bytes. */
export function renderLetter({
  seller,
  client,
  day,
  number,
  subject,
  text,
  code,
  logo,
}: Letter): Promise<Buffer> {
  const createdAt = new Date(`${day}T12:00:00Z`);
  const pdf = createPdf({ title: subject, author: seller.name, createdAt });
  const left = drawSeller(pdf, seller, logo ? drawLogo(pdf, logo, PAGE.left, PAGE.top) + 8 : PAGE.top);
  const right = drawClient(pdf, client, WINDOW.y);
  const flow = new Flow(pdf, Math.max(left, right) + 24);
  write(pdf, frenchDay(day), WINDOW.x, flow.y, WINDOW.width, { ...BODY, align: 'right' });
  flow.y += 26;
  flow.paragraph(subject, { face: 'bold', size: 11.5 });
  flow.y += 10;
  flow.paragraph(text, BODY);
  if (code) {
    flow.y += 14;
    flow.keep(PAYMENT_CODE_HEIGHT);
    flow.y = drawPaymentCode(pdf, code, PAGE.left, flow.y, PAGE.width / 2);
  }
  drawFeet(pdf, { number, seller }, false);
  return collect(pdf);
}
