import { isCreditedInFull, rowsLeft, type VatRow } from '@pandafab/domain';
import type { Issued } from './order';

/** A deposit, or the invoice of a stage, that no final invoice has deducted. */
export interface OpenPart {
  readonly paper: Issued;
  /** What the final invoice will deduct. */
  readonly rows: readonly VatRow[];
}

/** What the issued documents of a prestation amount to. */
export interface Standing {
  /** Final invoices that are not credited in full. */
  readonly finals: readonly Issued[];
  readonly openParts: readonly OpenPart[];
  /** Stages with an invoice that is not credited in full. */
  readonly invoicedStages: ReadonlySet<string>;
  /** Lines of the prestation that a final invoice contains. */
  readonly invoicedLines: ReadonlySet<string>;
  /** Deposits and invoices that are not credited in full. */
  readonly uncredited: readonly Issued[];
  readonly acceptedQuote: Issued | undefined;
}

/** The credit notes of a document. */
export const creditsOf = (papers: readonly Issued[], { id }: Pick<Issued, 'id'>): Issued[] =>
  papers.filter(({ citesId, state }) => citesId === id && state === 'issued');

const isFinal = ({ kind, request }: Issued): boolean => kind === 'invoice' && request.stageId === undefined;
const isPart = ({ kind, request }: Issued): boolean =>
  kind === 'deposit' || (kind === 'invoice' && request.stageId !== undefined);

/**
 * What a final invoice deducts of a part. A deposit: what is left after its credits, because the money was given back.
 * A stage: all of it, because a credit of delivered work is a reduction of the price.
 */
const rowsOf = (papers: readonly Issued[], paper: Issued): readonly VatRow[] =>
  paper.kind === 'deposit'
    ? rowsLeft(
        paper.content,
        creditsOf(papers, paper).map(({ content }) => content),
      )
    : paper.content.vat;

/** @param papers the issued documents of one prestation */
export function standingOf(papers: readonly Issued[]): Standing {
  const uncredited = papers.filter((paper) => {
    const credits = creditsOf(papers, paper).map(({ content }) => content);
    return (
      (isFinal(paper) || isPart(paper)) && !(credits.length > 0 && isCreditedInFull(paper.content, credits))
    );
  });
  const finals = uncredited.filter(isFinal);
  const deducted = new Set(finals.flatMap(({ content }) => content.cites.map(({ number }) => number)));
  const parts = uncredited.filter(isPart);
  return {
    finals,
    openParts: parts
      .filter(({ number }) => !deducted.has(number))
      .map((paper) => ({ paper, rows: rowsOf(papers, paper) })),
    invoicedStages: new Set(parts.flatMap(({ request }) => request.stageId ?? [])),
    invoicedLines: new Set(
      finals.flatMap(({ content }) => content.lines.flatMap((line) => line.sourceLineId ?? [])),
    ),
    uncredited,
    acceptedQuote: papers.findLast(({ kind, state }) => kind === 'quote' && state === 'accepted'),
  };
}

/** The final invoice that deducts a part; undefined while none does. */
export const deductedBy = ({ finals }: Standing, part: Pick<Issued, 'number'>): Issued | undefined =>
  finals.find(({ content }) => content.cites.some(({ number }) => number === part.number));
