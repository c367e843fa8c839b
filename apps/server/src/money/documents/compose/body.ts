import type { Citation, ClientOnPaper, PaperTotals } from '@pandafab/domain';
import {
  type PaperLine,
  type PaperSums,
  type Part,
  paperTotals,
  type SpreadDiscount,
  type VatDue,
  type VatRow,
} from '@pandafab/domain';
import { Fault, typesetFrench } from '@pandafab/shared';
import { euros, frenchDecimal } from '../../kit/french';
import type { Day } from '../../kit/paris';
import type { DocumentRequest, PartRequest } from '../document-request';
import { type Agreed, agreedOf, discountsOf } from './agreed';
import { type CreditKind, composeCredit } from './credit';
import { citationOf, earlierLines } from './earlier-lines';
import type { Order } from './order';
import { orderLines } from './order-lines';
import { demandPart, demandWithinQuote, depositOf, invoiceableStage, type Parted, stagePart } from './part';
import { partLines } from './part-lines';

/** What differs from kind to kind: the lines, and what comes with them. */
export interface Body {
  readonly lines: readonly PaperLine[];
  readonly discounts: readonly SpreadDiscount[];
  readonly vat: readonly VatRow[];
  readonly totals: PaperTotals;
  readonly cites: readonly Citation[];
  readonly servedFrom: Day | null;
  readonly servedTo: Day | null;
  /** Of a credit note: the client and the VAT's due date of the credited document. */
  readonly client?: ClientOnPaper;
  readonly vatDue?: VatDue | null;
  /** Rows whose net is not the plain percentage. */
  readonly departs: boolean;
}

const NOT_SERVED = { servedFrom: null, servedTo: null } as const;
const bodyOf = (lines: readonly PaperLine[], sums: PaperSums, cites: readonly Citation[] = []) => ({
  ...{ lines, ...sums, cites, departs: false },
});

/** All lines, whatever was invoiced: quotes and order confirmations. @throws Fault BILLING.NOTHING_TO_INVOICE. */
export function wholeBody(order: Order): Body {
  const lines = orderLines(order);
  const sums = paperTotals(lines, order.prestation.discounts);
  if (sums.totals.grossCents <= 0) throw nothingToInvoice(order);
  return { ...bodyOf(lines, sums), ...NOT_SERVED };
}

const nothingToInvoice = ({ prestation: { reference } }: Order): Fault =>
  new Fault('BILLING.NOTHING_TO_INVOICE', { reference });

const depositLabel = (reference: string, part: PartRequest): string =>
  'percent' in part
    ? typesetFrench(`Acompte de ${frenchDecimal(part.percent)} % sur la prestation ${reference}`)
    : typesetFrench(`Acompte de ${euros(part.grossCents)} TTC sur la prestation ${reference}`);

/** @throws Fault DOCUMENT.REQUEST_UNFIT and those of `demandPart` and `demandWithinQuote`. */
export function depositBody(order: Order, { part }: DocumentRequest): Body {
  if (!part) throw new Fault('DOCUMENT.REQUEST_UNFIT', { field: 'part' });
  const agreed = agreedOf(order);
  const asked = 'grossCents' in part ? part.grossCents : null;
  const found = partBody(order, agreed, depositOf(agreed, part), {
    ...{ label: depositLabel(order.prestation.reference, part), asked },
  });
  return { ...found, ...NOT_SERVED };
}

/** @throws Fault DOCUMENT.STAGE_UNFIT and those of `demandPart` and `demandWithinQuote`. */
export function stageBody(order: Order, stageId: string): Body {
  const agreed = agreedOf(order);
  const stage = invoiceableStage(order, agreed, stageId);
  const share = stage.share?.kind === 'percent' ? ` (${frenchDecimal(stage.share.percent)} %)` : '';
  const label = typesetFrench(`Étape « ${stage.name} »${share}`);
  const found = partBody(order, agreed, stagePart(agreed, stage), { label, asked: null });
  return { ...found, servedFrom: stage.doneOn, servedTo: stage.doneOn };
}

function partBody(
  order: Order,
  agreed: Agreed,
  found: Parted,
  { label, asked }: { readonly label: string; readonly asked: number | null },
): Omit<Body, 'servedFrom' | 'servedTo'> {
  const part: Part = demandPart(found, order, agreed, asked);
  demandWithinQuote(agreed, part);
  const lines = partLines(label, part, agreed);
  return { ...bodyOf(lines, paperTotals(lines, [])), departs: part.rows.some((row) => row.departs) };
}

/**
 * All that is left: the lines that are not invoiced, minus deposits and stages.
 * @throws Fault BILLING.NOTHING_TO_INVOICE, DOCUMENT.NEGATIVE.
 */
export function finalBody(order: Order, today: Day): Body {
  const { lines: items, standing } = agreedOf(order);
  const earlier = earlierLines(standing.openParts, items.length + 1);
  const lines = [...items.map((line, at) => ({ ...line, position: at + 1 })), ...earlier];
  const sums = paperTotals(lines, discountsOf(order, standing));
  const { grossCents } = sums.totals;
  const hasItems = items.some(({ kind, netCents }) => kind === 'item' && netCents !== 0);
  if (!hasItems || (grossCents === 0 && earlier.length === 0)) throw nothingToInvoice(order);
  if (grossCents < 0) throw new Fault('DOCUMENT.NEGATIVE', { total: euros(grossCents) });
  const cites = standing.openParts.map(({ paper }) => citationOf(paper));
  return { ...bodyOf(lines, sums, cites), ...servedDays(order, lines, today) };
}

/** From the first to the last day of the lines' services. */
function servedDays(order: Order, lines: readonly PaperLine[], today: Day) {
  const shown = new Set(lines.map(({ sourceLineId }) => sourceLineId));
  const days = order.lines
    .filter(({ id, netCents }) => netCents !== 0 && shown.has(id))
    .map(({ servedOn }) => servedOn);
  const [servedFrom = today, servedTo = servedFrom] = [days.sort()[0], days.at(-1)];
  return { servedFrom, servedTo };
}

/** Rates, texts and client are those of the credited document. @throws Fault those of `composeCredit`. */
export function creditBody(order: Order, kind: CreditKind, request: DocumentRequest): Body {
  const { cited, figures } = composeCredit(order, kind, request);
  const { servedFrom, servedTo, client, vatDue } = cited.content;
  return { ...figures, cites: [citationOf(cited)], servedFrom, servedTo, client, vatDue, departs: false };
}
