import type { ClientKind, ClientOnPaper, PaperContent, PaperLine, PaperNote, VatRow } from '@pandafab/domain';
import { centsToEuros } from '../kit/cents-to-euros';
import { euros, frenchDay } from '../kit/french';

/** A row of the table `invoices` as it was until documents had kinds. */
export interface OldInvoice {
  readonly id: string;
  readonly number: string;
  readonly prestationId: string;
  readonly organisationId: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly servedFrom: string;
  readonly servedTo: string;
  readonly reference: string;
  readonly title: string;
  readonly purchaseOrder: string | null;
  /** The next four are JSON. */
  readonly seller: string;
  readonly client: string;
  readonly mentions: string;
  readonly vat: string;
  readonly operationCategory: PaperContent['operationKind'];
  readonly netCents: number | string;
  readonly vatCents: number | string;
  readonly grossCents: number | string;
  readonly issuedBy: string;
  readonly issuedAt: number | string;
  /** Of the client's record. */
  readonly organisationKind: string;
}

export interface OldLine {
  readonly invoiceId: string;
  readonly position: number | string;
  readonly label: string;
  readonly details: string;
  readonly quantity: string;
  readonly unit: PaperLine['unit'];
  readonly basis: number | string;
  readonly unitPriceCents: number | string;
  readonly netCents: number | string;
  readonly nature: PaperLine['nature'];
  readonly categoryCode: PaperLine['tax']['categoryCode'];
  readonly rateBasisPoints: number | string;
  readonly exemptionCode: string | null;
  readonly exemptionText: string | null;
  readonly sourceLineId: string | null;
}

type OldSeller = Omit<PaperContent['seller'], 'logoSha256' | 'footer'> & {
  readonly wordings: Readonly<Record<'latePenalty' | 'earlyPayment' | 'recoveryIndemnity', string>> & {
    readonly footer: string | null;
    readonly vatOnDebits: string | null;
  };
};

const cents = (value: number | string) => Number(value) as PaperLine['netCents'];

/** An invoice of before as the content that its document would have been made from: nothing is computed again. */
export function carriedContent(invoice: OldInvoice, lines: readonly OldLine[]): PaperContent {
  const seller: OldSeller = JSON.parse(invoice.seller);
  const { number, issuedOn, dueOn, servedFrom, servedTo, reference, title, purchaseOrder } = invoice;
  const [netCents, vatCents, grossCents] = [invoice.netCents, invoice.vatCents, invoice.grossCents].map(
    cents,
  );
  const totals = { linesCents: netCents, discountCents: cents(0), netCents, vatCents, grossCents };
  const vat: VatRow[] = JSON.parse(invoice.vat);
  const operationKind = invoice.operationCategory;
  return {
    ...{ form: 1, kind: 'invoice', number, version: 1, replaces: null, issuedOn, dueOn, validUntil: null },
    ...{
      servedFrom,
      servedTo,
      reference,
      title,
      purchaseOrder,
      seller: sellerOf(seller),
      client: clientOf(invoice),
    },
    ...{ deliverTo: null, lines: lines.map(lineOf), discounts: [], vat, cites: [], operationKind },
    totals: totals as PaperContent['totals'],
    process: `${PROCESSES[operationKind]}1`,
    vatDue: vatDueOf(seller, operationKind, Number(vatCents)),
    notes: JSON.parse(invoice.mentions).map((text: string) => noteOf(seller, text)),
    payment: {
      text: `${euros(Number(grossCents))} à régler au plus tard le ${frenchDay(dueOn)}`,
      reference: number,
    },
    terms: null,
  };
}

const PROCESSES = { services: 'S', goods: 'B', mixed: 'M' } as const;

function sellerOf({ wordings, ...seller }: OldSeller): PaperContent['seller'] {
  const { name, legalForm, addressLine, postcode, city, countryCode, siren, siret, vatNumber } = seller;
  const { rna, email, phone, website, iban, bic } = seller;
  return {
    ...{ name, legalForm, addressLine, postcode, city, countryCode, siren, siret, vatNumber },
    ...{ rna, email, phone, website, iban, bic, logoSha256: null, footer: wordings.footer },
  };
}

function clientOf({ client, organisationKind }: OldInvoice): ClientOnPaper {
  const printed: Omit<ClientOnPaper, 'kind' | 'contactName' | 'email' | 'serviceCode'> = JSON.parse(client);
  const kind = kindOf(printed, organisationKind);
  return { ...printed, kind, contactName: null, email: null, serviceCode: null };
}

/** Clients in France without a SIREN were private persons: they had no kind of their own. */
function kindOf(
  { siren, countryCode }: Pick<ClientOnPaper, 'siren' | 'countryCode'>,
  kind: string,
): ClientKind {
  if (kind === 'public-body') return 'public-body';
  return siren === null && countryCode === 'FR' ? 'person' : 'business';
}

function lineOf(line: OldLine): PaperLine {
  const { label, details, quantity, unit, nature, categoryCode, exemptionCode, exemptionText } = line;
  return {
    ...{ position: Number(line.position), kind: 'item', label, details: JSON.parse(details), quantity, unit },
    unitPrice: centsToEuros(Number(line.unitPriceCents)),
    ...{ basis: Number(line.basis), discounts: [], netCents: cents(line.netCents), nature },
    tax: { categoryCode, rateBasisPoints: Number(line.rateBasisPoints), exemptionCode, exemptionText },
    ...{ sourceLineId: line.sourceLineId, cites: null, creditedPosition: null },
  };
}

function vatDueOf({ wordings }: OldSeller, kind: PaperContent['operationKind'], vatCents: number) {
  if (vatCents === 0) return null;
  if (wordings.vatOnDebits !== null && kind !== 'goods') return 'issue';
  return kind === 'services' ? 'payment' : kind === 'goods' ? 'delivery' : null;
}

function noteOf({ wordings }: OldSeller, text: string): PaperNote {
  const codes = { AAB: wordings.earlyPayment, PMD: wordings.latePenalty, PMT: wordings.recoveryIndemnity };
  const found = Object.entries(codes).find(([, wording]) => wording === text);
  return { code: (found?.[0] ?? null) as PaperNote['code'], text, isPrinted: true };
}
