import {
  hasAmount,
  notesOf,
  operationKindOf,
  type PaperContent,
  type PaperKind,
  type PaperNote,
  processOf,
  vatDueOf,
} from '@pandafab/domain';
import { euros, frenchDay } from '../../kit/french';
import { addDays, type Day } from '../../kit/paris';
import type { DocumentRequest } from '../document-request';
import { type Body, creditBody, depositBody, finalBody, stageBody, wholeBody } from './body';
import type { Order } from './order';
import { clientOnPaper, sellerOnPaper } from './parties';

/** What a document is called and when it is issued. */
export interface Heading {
  readonly kind: PaperKind;
  readonly number: string;
  readonly version: number;
  /** The number of the version that it replaces. */
  readonly replaces: string | null;
  readonly issuedOn: Day;
}

export interface Composed {
  readonly content: PaperContent;
  /** True where the rule of parts moved a cent: pages say so. */
  readonly departs: boolean;
}

/**
 * Everything that a document shows, from the order as it is now. Pure; everything is copied.
 * @throws Fault the COMPOSE_FAULTS.
 */
export function composePaper(order: Order, heading: Heading, request: DocumentRequest): Composed {
  const body = bodyFor(order, heading, request);
  const { departs, client = clientOnPaper(order.organisation), vatDue: _, ...rest } = body;
  const { prestation, organisation, seller } = order;
  const { lines, vat, totals } = body;
  const operationKind = operationKindOf(lines.filter(hasAmount).map(({ nature }) => nature));
  const takesBack = lines.some(({ kind }) => kind === 'earlier');
  const vatDue = dueOf(order, heading, body, operationKind);
  const { kind } = heading;
  const content: PaperContent = {
    form: 1,
    ...heading,
    ...daysOf(order, heading, request),
    ...{ reference: prestation.reference, title: prestation.title },
    purchaseOrder: prestation.purchaseOrder ?? organisation.engagementNumber,
    ...{ seller: sellerOnPaper(seller), client, deliverTo: prestation.deliverTo },
    ...rest,
    ...{ operationKind, process: processOf(kind, operationKind, takesBack), vatDue },
    notes: [
      ...ownNote(request),
      ...notesOf({ kind, clientKind: client.kind, operationKind, vat, vatDue, wordings: wordingsOf(order) }),
    ],
    payment: paymentOf(order, heading, totals.grossCents),
    terms: isOffer(kind) ? (request.terms ?? seller.terms) : null,
  };
  return { content, departs };
}

function bodyFor(order: Order, { kind, issuedOn }: Heading, request: DocumentRequest): Body {
  switch (kind) {
    case 'quote':
    case 'order-confirmation':
      return wholeBody(order);
    case 'deposit':
      return depositBody(order, request);
    case 'invoice':
      return request.stageId === undefined ? finalBody(order, issuedOn) : stageBody(order, request.stageId);
    case 'credit-note':
    case 'deposit-credit':
      return creditBody(order, kind, request);
  }
}

const isOffer = (kind: PaperKind): boolean => kind === 'quote' || kind === 'order-confirmation';
const isToPay = (kind: PaperKind): boolean => kind === 'invoice' || kind === 'deposit';

const dueDay = ({ seller }: Order, issuedOn: Day): Day => addDays(issuedOn, seller.paymentTermDays);

function daysOf(order: Order, { kind, issuedOn }: Heading, { validUntil }: DocumentRequest) {
  const lastDay = validUntil ?? addDays(issuedOn, order.seller.quoteValidDays);
  return {
    dueOn: isToPay(kind) ? dueDay(order, issuedOn) : null,
    validUntil: kind === 'quote' ? lastDay : null,
  };
}

function dueOf(
  { seller }: Order,
  { kind }: Heading,
  body: Body,
  operationKind: PaperContent['operationKind'],
) {
  if (body.vatDue !== undefined) return body.vatDue;
  const isVatOnDebits = seller.wordings.vatOnDebits !== null;
  return vatDueOf({ kind, operationKind, isVatOnDebits, vat: body.vat });
}

const wordingsOf = ({ seller: { wordings } }: Order) => ({
  ...wordings,
  personIndemnity: wordings.personRecovery,
});

const ownNote = ({ note }: DocumentRequest): PaperNote[] =>
  note === undefined ? [] : [{ code: 'AAI', text: note, isPrinted: true }];

function paymentOf(order: Order, { kind, number, issuedOn }: Heading, grossCents: number) {
  if (!isToPay(kind) || grossCents <= 0) return null;
  const text = `${euros(grossCents)} à régler au plus tard le ${frenchDay(dueDay(order, issuedOn))}`;
  return { text, reference: number };
}
