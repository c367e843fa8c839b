import type { VatTotal } from '@pandafab/domain';
import { euros, frenchDay, percent } from '../../kit/french';
import type { Invoice } from '../invoice.entities';
import { heightOf, INK, PAGE, type Pdf, write } from './page';

const BOX = { x: PAGE.right - 225, width: 225, row: 16 } as const;
const MENTION = { size: 7.5, colour: INK.soft } as const;

const vatLabel = (total: VatTotal): string =>
  total.categoryCode === 'E'
    ? `TVA exonérée sur ${euros(total.baseCents)}`
    : `TVA ${percent(total.rateBasisPoints)} sur ${euros(total.baseCents)}`;

function row(pdf: Pdf, label: string, value: string, y: number): number {
  const height = write(pdf, label, BOX.x + 10, y, BOX.width - 90, { size: 8.5 });
  write(pdf, value, BOX.x + BOX.width - 86, y, 80, { size: 8.5, align: 'right' });
  return y + Math.max(height, BOX.row - 4) + 4;
}

/** Total net, VAT per rate, total with VAT: the amount to pay. Returns the y position below. */
export function drawTotals(pdf: Pdf, invoice: Invoice, top: number): number {
  let y = row(pdf, 'Total HT', euros(invoice.netCents), top);
  for (const total of invoice.vat) y = row(pdf, vatLabel(total), euros(total.vatCents), y);
  pdf.rect(BOX.x, y, BOX.width, 26).fill(INK.accent);
  const white = { face: 'bold', size: 11, colour: '#ffffff' } as const;
  write(pdf, 'Total TTC', BOX.x + 10, y + 6, 100, white);
  write(pdf, euros(invoice.grossCents), BOX.x + 100, y + 6, BOX.width - 106, { ...white, align: 'right' });
  return y + 26;
}

/** Due date and means of payment, next to the totals. Returns the y position below. */
export function drawPayment(pdf: Pdf, invoice: Invoice, top: number): number {
  const { iban, bic, name } = invoice.seller;
  const width = PAGE.width - BOX.width - 30;
  const heading = { face: 'bold', size: 8, colour: INK.accent } as const;
  let y = top + write(pdf, 'Règlement', PAGE.left, top, width, heading) + 2;
  const due = `${euros(invoice.grossCents)} à régler au plus tard le ${frenchDay(invoice.dueOn)}`;
  y += write(pdf, due, PAGE.left, y, width, { size: 8.5 });
  if (!iban) return y;
  const account = [`Virement à ${name}`, `IBAN ${iban}`, bic && `BIC ${bic}`].filter(Boolean).join('\n');
  return (
    y +
    write(pdf, `${account}\nRéférence à rappeler : ${invoice.number}`, PAGE.left, y + 2, width, { size: 8.5 })
  );
}

const mentionsText = (invoice: Invoice): string => invoice.mentions.join('\n');

export const mentionsHeight = (pdf: Pdf, invoice: Invoice): number =>
  heightOf(pdf, mentionsText(invoice), PAGE.width, MENTION) + 18;

/** The legal mentions, as frozen when the invoice was issued. */
export function drawMentions(pdf: Pdf, invoice: Invoice, top: number): void {
  pdf.moveTo(PAGE.left, top).lineTo(PAGE.right, top).lineWidth(0.6).strokeColor(INK.rule).stroke();
  write(pdf, mentionsText(invoice), PAGE.left, top + 8, PAGE.width, MENTION);
}
