import type { PaperContent } from '@pandafab/domain';

/** Whether the client has something to pay on this document. */
export const isToPay = ({ kind, totals }: PaperContent): boolean =>
  (kind === 'invoice' || kind === 'deposit') && totals.grossCents > 0;

/**
 * How the amount is settled (BT-20). EN 16931 wants a due day or this sentence wherever an amount is positive
 * (BR-CO-25), also on credit notes.
 */
export function paymentSentence(content: PaperContent): string | null {
  if (content.payment) return content.payment.text;
  const isCredit = content.kind === 'credit-note' || content.kind === 'deposit-credit';
  return isCredit && content.totals.grossCents > 0
    ? 'Montant à déduire du prochain paiement ou à rembourser.'
    : null;
}
