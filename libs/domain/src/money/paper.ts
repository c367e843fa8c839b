import type { Cents } from '@pandafab/shared';
import type { Unit } from '../pricing';

/** A day of Europe/Paris as YYYY-MM-DD: days compare as texts. */
export type PaperDay = string;

/** The documents of a prestation. */
export const PAPER_KINDS = [
  'quote',
  'order-confirmation',
  'deposit',
  'invoice',
  'credit-note',
  'deposit-credit',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Those that enter the books: numbered without gap, chained, never changed. */
export const BOOKED_KINDS = [
  'deposit',
  'invoice',
  'credit-note',
  'deposit-credit',
] as const satisfies PaperKind[];
export type BookedKind = (typeof BOOKED_KINDS)[number];
export const isBooked = (kind: PaperKind): kind is BookedKind =>
  (BOOKED_KINDS as readonly PaperKind[]).includes(kind);

/** Type codes of UNTDID 1001, as electronic invoices carry them. */
export const TYPE_CODES: Readonly<Record<BookedKind, string>> = {
  deposit: '386',
  invoice: '380',
  'credit-note': '381',
  'deposit-credit': '503',
};

/** The kind of operation, in the terms of French invoices (décret 2022-1299). */
export type LineNature = 'goods' | 'services';
export type OperationKind = LineNature | 'mixed';

/**
 * VAT category codes of UNTDID 5305 that France accepts and we use: standard rate, exempt, reverse charge, goods to a
 * business in the European Union, goods exported, outside the scope of VAT.
 */
export const VAT_CATEGORIES = ['S', 'E', 'AE', 'K', 'G', 'O'] as const;
export type VatCategory = (typeof VAT_CATEGORIES)[number];

/** How one line is taxed. Stored on the line at issue and never computed again from later settings. */
export interface LineTax {
  readonly categoryCode: VatCategory;
  /** 2000 is 20 %; 0 for every category but S. */
  readonly rateBasisPoints: number;
  /** VATEX code such as VATEX-FR-FRANCHISE; null where VAT is charged. */
  readonly exemptionCode: string | null;
  /** The wording that the document prints; null where VAT is charged. */
  readonly exemptionText: string | null;
}

/** A discount on a line or on a document, as staff enter it. Both are net of VAT. */
export type Discount =
  /** A decimal with at most 2 places, above 0 and at most 100. */
  | { readonly kind: 'percent'; readonly percent: string; readonly label: string }
  | { readonly kind: 'amount'; readonly cents: Cents; readonly label: string };

/** What a price says: `quantity` units, at `unitPrice` euros for `basis` of them. */
export interface PricedQuantity {
  /** A decimal with at most 4 places; negative on lines that take back. */
  readonly quantity: string;
  /** Euros net of VAT as a decimal with at most 6 places, never negative: "4.50", "83.4". */
  readonly unitPrice: string;
  /** The number of units that the price is for: 1000 for a price of 1000 g. */
  readonly basis: number;
  readonly discounts: readonly Discount[];
}

/** A discount in whole cents, always positive on a line with a positive quantity. */
export interface AppliedDiscount {
  readonly label: string;
  /** Null for an amount. */
  readonly percent: string | null;
  readonly cents: Cents;
}

/** `text` and `subtotal` have no amount of their own. `earlier` takes back a deposit or a part invoiced before. */
export const PAPER_LINE_KINDS = ['item', 'text', 'subtotal', 'earlier'] as const;
export type PaperLineKind = (typeof PAPER_LINE_KINDS)[number];

/** Another document, as law and platforms want it named. */
export interface Citation {
  readonly kind: PaperKind;
  readonly number: string;
  readonly day: PaperDay;
}

/** A line as the document shows it. */
export interface PaperLine {
  readonly position: number;
  readonly kind: PaperLineKind;
  readonly label: string;
  /** How the amount comes about, one sentence each. */
  readonly details: readonly string[];
  readonly quantity: string;
  readonly unit: Unit;
  readonly unitPrice: string;
  readonly basis: number;
  readonly discounts: readonly AppliedDiscount[];
  /** BT-131: quantity × price ÷ basis − discounts, rounded once. A subtotal shows the sum since the one before. */
  readonly netCents: Cents;
  readonly nature: LineNature;
  /**
   * The activity that decided the tax; of a line that stands for several, that of most of its net. Null or missing on
   * texts, on deposits taken back, and on documents from before activities were kept.
   */
  readonly activity?: string | null;
  readonly tax: LineTax;
  /** The line of the prestation behind it; null for deposits and parts. */
  readonly sourceLineId: string | null;
  /** On an `earlier` line: the deposit or invoice taken back. On a credit note: the invoice's line. */
  readonly cites: Citation | null;
  /** On a credit note: the position of the credited line on the cited document. */
  readonly creditedPosition: number | null;
}

/** A discount on the whole document, after it was spread over the VAT rows (EN 16931 wants one per row, BG-20). */
export interface SpreadDiscount {
  readonly label: string;
  readonly percent: string | null;
  /** The whole discount. */
  readonly cents: Cents;
  /** One part per VAT row, in the order of the rows; the parts add up to `cents`. */
  readonly parts: readonly { readonly tax: LineTax; readonly cents: Cents }[];
}

/** One row of the VAT breakdown (BG-23): one per category and rate. */
export interface VatRow extends LineTax {
  readonly baseCents: Cents;
  readonly vatCents: Cents;
}

export interface PaperTotals {
  /** BT-106: the sum of the lines. */
  readonly linesCents: Cents;
  /** BT-107: the sum of the document's discounts. */
  readonly discountCents: Cents;
  /** BT-109 = BT-106 − BT-107. */
  readonly netCents: Cents;
  /** BT-110. */
  readonly vatCents: Cents;
  /** BT-112 = BT-109 + BT-110: also what is due (BT-115). */
  readonly grossCents: Cents;
}

/** Who pays. */
export type ClientKind = 'business' | 'public-body' | 'person';

/** A client as printed; later changes of the client change nothing on the document. */
export interface ClientOnPaper {
  readonly kind: ClientKind;
  readonly name: string;
  readonly contactName: string | null;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly email: string | null;
  /** Chorus Pro: the buyer's department (BT-10). */
  readonly serviceCode: string | null;
}

/** The seller as printed. */
export interface SellerOnPaper {
  readonly name: string;
  readonly legalForm: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly siren: string;
  readonly siret: string;
  readonly vatNumber: string | null;
  readonly rna: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
  /** The content hash of the logo in the file store (PNG or JPEG); null without logo. */
  readonly logoSha256: string | null;
  readonly footer: string | null;
}

/** Notes by their code (UNTDID 4451): PMT recovery costs, PMD late penalties, AAB discount for early payment. */
export const NOTE_CODES = ['PMT', 'PMD', 'AAB', 'AAI', 'REG', 'BAR'] as const;
export type NoteCode = (typeof NOTE_CODES)[number];
export interface PaperNote {
  /** Null: printed, not in the XML. */
  readonly code: NoteCode | null;
  readonly text: string;
  /** False: in the XML only. */
  readonly isPrinted: boolean;
}

/** When VAT becomes due (BT-8 in CII): at issue (5, option "débits"), at delivery (29), when paid (72). */
export type VatDue = 'issue' | 'delivery' | 'payment';

/**
 * Everything that a document shows, frozen when it is sent or issued. PDF and XML are made from it and from nothing
 * else. Amounts are integer cents; days are days of Paris.
 */
export interface PaperContent {
  /** The form of this object; a later form has a higher number. */
  readonly form: 1;
  readonly kind: PaperKind;
  readonly number: string;
  /** For quotes: 1 for the first. */
  readonly version: number;
  /** The earlier version that this one replaces, by number. */
  readonly replaces: string | null;
  readonly issuedOn: PaperDay;
  /** Null for quotes, order confirmations and credit notes. */
  readonly dueOn: PaperDay | null;
  /** For quotes. */
  readonly validUntil: PaperDay | null;
  readonly servedFrom: PaperDay | null;
  readonly servedTo: PaperDay | null;
  /** The prestation's reference. */
  readonly reference: string;
  readonly title: string;
  /** The client's order, or a public buyer's numéro d'engagement (BT-13). */
  readonly purchaseOrder: string | null;
  readonly seller: SellerOnPaper;
  readonly client: ClientOnPaper;
  /** Where goods go, if not to the client's address (BG-15). */
  readonly deliverTo: Pick<ClientOnPaper, 'addressLine' | 'postcode' | 'city' | 'countryCode'> | null;
  readonly lines: readonly PaperLine[];
  readonly discounts: readonly SpreadDiscount[];
  readonly vat: readonly VatRow[];
  readonly totals: PaperTotals;
  /** Documents that this one deducts or corrects; also cited on the lines. */
  readonly cites: readonly Citation[];
  readonly operationKind: OperationKind;
  /** BT-23 such as S1, B1, M1, S4: null for quotes and order confirmations. */
  readonly process: string | null;
  readonly vatDue: VatDue | null;
  readonly notes: readonly PaperNote[];
  /** How to pay; null where nothing is due. */
  readonly payment: { readonly text: string; readonly reference: string } | null;
  /** Terms printed on quotes and orders; free text of staff. */
  readonly terms: string | null;
}
