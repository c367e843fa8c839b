import { isCreditedInFull } from '@pandafab/domain';
import type { Day } from '../kit/paris';
import type { Issued } from './compose/order';
import type { DocumentAction } from './document.dto';
import type { PaperDocument } from './document.entities';
import { stateOn } from './document-view';

interface Around {
  readonly credits: readonly Issued[];
  readonly replacedBy: PaperDocument | null;
  readonly today: Day;
}

/** What can be done with a document now. The steps themselves check it again. */
export function actionsOf(document: PaperDocument, around: Around): DocumentAction[] {
  if (document.number === null) return ['edit', 'delete', document.kind === 'quote' ? 'send-quote' : 'issue'];
  return [...ofQuote(document, around), ...ofInvoice(document, around), 'mail'];
}

function ofQuote(document: PaperDocument, { replacedBy, today }: Around): DocumentAction[] {
  if (document.kind !== 'quote') return [];
  const isOpen = stateOn(document, today) === 'sent';
  return [...(isOpen ? (['decide'] as const) : []), ...(replacedBy ? [] : (['new-version'] as const))];
}

function ofInvoice({ kind, content }: PaperDocument, { credits }: Around): DocumentAction[] {
  if (!content || (kind !== 'invoice' && kind !== 'deposit')) return [];
  const isUsedUp =
    credits.length > 0 &&
    isCreditedInFull(
      content,
      credits.map((credit) => credit.content),
    );
  return isUsedUp ? [] : ['credit'];
}
