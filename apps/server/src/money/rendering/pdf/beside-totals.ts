import type { PaperContent } from '@pandafab/domain';
import { frenchDay } from '../../kit/french';
import { paymentCode } from '../../kit/payment-code/payment-code';
import type { QrCode } from '../../kit/payment-code/qr-code';
import { isToPay, paymentSentence } from '../due';
import { euros, iban } from './figures';
import { INK, PAGE, type Pdf } from './page';
import { drawPaymentCode, PAYMENT_CODE_HEIGHT } from './payment-code';
import { heightOf, type TextStyle, write } from './text';
import { TOTALS } from './totals';

const WIDTH = PAGE.width - TOTALS.width - 24;
const HEADING: TextStyle = { face: 'bold', size: 9, colour: INK.accent };
const TEXT: TextStyle = { size: 9, mostLines: 24 };
/** Longer terms go below, over the whole width. */
const MOST_BESIDE = 170;

interface Block {
  readonly heading: string;
  readonly text: string;
}

const isPresent = (part: string | null | false): part is string => typeof part === 'string' && part !== '';

function howToPay(content: PaperContent): string {
  const { seller, payment, dueOn, totals, number } = content;
  const due = dueOn && `${euros(totals.grossCents)} à payer au plus tard le ${frenchDay(dueOn)}.`;
  const account = seller.iban && [
    `Titulaire : ${seller.name}`,
    `IBAN : ${iban(seller.iban)}`,
    seller.bic && `BIC : ${seller.bic}`,
    `Référence à rappeler : ${payment?.reference ?? number}`,
  ];
  return [due, ...(account || []), payment?.text ?? null].filter(isPresent).join('\n');
}

function settlementText(content: PaperContent): string {
  if (isToPay(content)) return howToPay(content);
  if (content.kind === 'invoice') return 'Rien à payer : les montants déjà facturés couvrent le total.';
  return paymentSentence(content) ?? '';
}

const hasTermsBeside = (pdf: Pdf, { kind, terms }: PaperContent): boolean =>
  (kind === 'quote' || kind === 'order-confirmation') &&
  terms !== null &&
  heightOf(pdf, terms, WIDTH, { size: 9 }) <= MOST_BESIDE;

/** Beside the totals: how to pay, why nothing is to be paid, or the terms of an offer. */
function blockOf(pdf: Pdf, content: PaperContent): Block | null {
  if (hasTermsBeside(pdf, content)) return { heading: 'Conditions', text: content.terms ?? '' };
  const text = settlementText(content);
  return text ? { heading: 'Règlement', text } : null;
}

/** Over what is due at issue. */
const codeOf = (content: PaperContent): QrCode | null =>
  isToPay(content) ? paymentCode(content.seller, content.totals.grossCents, content.number) : null;

/** The terms that found no place beside the totals. */
export const termsBelow = (pdf: Pdf, content: PaperContent): string | null =>
  hasTermsBeside(pdf, content) ? null : content.terms;

export function besideHeight(pdf: Pdf, content: PaperContent): number {
  const block = blockOf(pdf, content);
  if (!block) return 0;
  const text = heightOf(pdf, block.heading, WIDTH, HEADING) + 3 + heightOf(pdf, block.text, WIDTH, TEXT);
  return text + (codeOf(content) ? PAYMENT_CODE_HEIGHT : 0);
}

/** Returns the y position below. */
export function drawBeside(pdf: Pdf, content: PaperContent, top: number): number {
  const block = blockOf(pdf, content);
  if (!block) return top;
  const y = top + write(pdf, block.heading, PAGE.left, top, WIDTH, HEADING) + 3;
  const below = y + write(pdf, block.text, PAGE.left, y, WIDTH, TEXT);
  const code = codeOf(content);
  return code ? drawPaymentCode(pdf, code, PAGE.left, below, WIDTH) : below;
}
