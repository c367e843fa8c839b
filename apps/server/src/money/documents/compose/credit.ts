import { type CreditFigures, creditOf, isCredit } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import { euros, frenchDecimal } from '../../kit/french';
import type { DocumentRequest } from '../document-request';
import type { Issued, Order } from './order';
import { creditsOf, deductedBy, standingOf } from './standing';

const CREDITED_BY = { 'credit-note': 'invoice', 'deposit-credit': 'deposit' } as const;
export type CreditKind = keyof typeof CREDITED_BY;

/**
 * The document that a credit note credits, and the figures of the credit note.
 * @throws Fault DOCUMENT.REQUEST_UNFIT, DOCUMENT.CREDIT_UNFIT, DOCUMENT.DEDUCTED, DOCUMENT.MORE_THAN_LEFT,
 * DOCUMENT.NOTHING_LEFT.
 */
export function composeCredit(
  order: Order,
  kind: CreditKind,
  { citesId, credit }: DocumentRequest,
): { readonly cited: Issued; readonly figures: CreditFigures } {
  const cited = order.papers.find(({ id }) => id === citesId);
  if (!cited || !credit) throw new Fault('DOCUMENT.REQUEST_UNFIT', { field: cited ? 'credit' : 'citesId' });
  const { number } = cited;
  if (cited.kind !== CREDITED_BY[kind]) throw new Fault('DOCUMENT.CREDIT_UNFIT', { number });
  const final = kind === 'deposit-credit' ? deductedBy(standingOf(order.papers), cited) : undefined;
  if (final) throw new Fault('DOCUMENT.DEDUCTED', { number, final: final.number });
  const earlier = creditsOf(order.papers, cited).map(({ content }) => content);
  const found = creditOf(cited.content, earlier, credit);
  if (isCredit(found)) return { cited, figures: found };
  switch (found.refusal) {
    case 'nothingLeft':
      throw new Fault('DOCUMENT.NOTHING_LEFT', { number });
    case 'moreThanLeft':
      throw new Fault('DOCUMENT.MORE_THAN_LEFT', {
        ...{ number, position: found.position, left: frenchDecimal(found.left) },
      });
    case 'moreThanInvoice':
      throw new Fault('DOCUMENT.MORE_THAN_INVOICE', { number, left: euros(found.leftGrossCents) });
    case 'noSuchLine':
      throw new Fault('DOCUMENT.NO_SUCH_LINE', { number, position: found.position });
    case 'onlyWhole':
      throw new Fault('DOCUMENT.ONLY_WHOLE', { number, position: found.position });
  }
}
