import type { StageId } from '@pandafab/shared';
import type { PapersOfOrder } from '../prestations/order-papers';
import type { PaperSums } from '../prestations/prestation.dto';
import { type Issued, issuedOf } from './compose/order';
import { standingOf } from './compose/standing';

type Sum = { netCents: number; grossCents: number };

const sumOf = (papers: readonly Issued[]): Sum => ({
  netCents: papers.reduce((sum, { netCents }) => sum + (netCents ?? 0), 0),
  grossCents: papers.reduce((sum, { grossCents }) => sum + (grossCents ?? 0), 0),
});

const minus = (a: Sum, b: Sum): Sum => ({
  netCents: a.netCents - b.netCents,
  grossCents: a.grossCents - b.grossCents,
});
const plus = (a: Sum, b: Sum): Sum => minus(a, { netCents: -b.netCents, grossCents: -b.grossCents });

/** What the issued documents of a prestation add up to. */
export function sumsOfPapers(papers: readonly Issued[]): PaperSums {
  const of = (kind: Issued['kind']) => papers.filter((paper) => paper.kind === kind);
  const quote = standingOf(papers).acceptedQuote;
  const deposited = minus(sumOf(of('deposit')), sumOf(of('deposit-credit')));
  const invoiced = sumOf(of('invoice'));
  const credited = sumOf(of('credit-note'));
  const billed = minus(plus(deposited, invoiced), credited);
  return { quoted: quote ? sumOf([quote]) : null, deposited, invoiced, credited, billed };
}

/** The answers of documents about a prestation. */
export const orderPapers: PapersOfOrder = {
  sums: async (manager, id) => sumsOfPapers(await issuedOf(manager, id)),
  invoicedStages: async (manager, id) =>
    standingOf(await issuedOf(manager, id)).invoicedStages as ReadonlySet<StageId>,
  hasUncredited: async (manager, id) => standingOf(await issuedOf(manager, id)).uncredited.length > 0,
};
