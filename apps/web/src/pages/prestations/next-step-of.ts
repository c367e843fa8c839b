import type { Paper, PrestationDetail } from './billing';

/** What the page proposes next. With a `paper`, this document waits for a step. */
export interface NextStepFound {
  readonly kind: 'lines' | 'draft' | 'quote' | 'answer' | 'deposit' | 'invoice' | 'nothing';
  readonly paper?: Paper;
}

/**
 * The step that usually comes next. It only chooses which button is the main one: what is possible, the server decides.
 * @param papers of the prestation, latest first
 */
export function nextStepOf(
  {
    lines,
    state,
    sums,
    leftToInvoiceCents,
  }: Pick<PrestationDetail, 'lines' | 'state' | 'sums' | 'leftToInvoiceCents'>,
  papers: readonly Paper[],
): NextStepFound {
  if (lines.length === 0) return { kind: 'lines' };
  const draft = papers.find((paper) => paper.state === 'draft');
  if (draft) return { kind: 'draft', paper: draft };
  const sent = papers.find(({ kind, state: is }) => kind === 'quote' && is === 'sent');
  if (sent) return { kind: 'answer', paper: sent };
  if (leftToInvoiceCents === 0 && sums.billed.netCents > 0) return { kind: 'nothing' };
  if (state === 'invoiced') return { kind: 'nothing' };
  if (state === 'delivered') return { kind: 'invoice' };
  if (sums.quoted) return { kind: sums.billed.netCents === 0 ? 'deposit' : 'invoice' };
  return { kind: state === 'preparing' ? 'quote' : 'invoice' };
}
