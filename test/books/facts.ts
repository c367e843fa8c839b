/**
 * What happened in the simulated year, as the simulation asked for it: quantities, prices, days and payments. The
 * recount computes everything else again. Cents are whole numbers, days are days of Paris.
 */

export type Rate = 0 | 550 | 2000;
export type Nature = 'services' | 'goods';

export interface LineFact {
  /** Decimals as they were entered: `2.5`, `12.345678`. */
  readonly quantity: string;
  readonly price: string;
  readonly rate: Rate;
  readonly nature: Nature;
}

/** Base and VAT of one rate. */
export interface RowFact {
  readonly rate: Rate;
  readonly base: number;
  readonly vat: number;
}

export interface PaperFact {
  readonly number: string;
  readonly id: string;
  readonly kind: 'invoice' | 'deposit' | 'credit-note' | 'deposit-credit';
  readonly day: string;
  readonly client: string;
  /** Of an invoice, and of what a credit note takes back. */
  readonly lines: readonly LineFact[];
  /** Only of deposits: how a percentage is divided is a rule of its own; the recount demands that parts add up. */
  readonly depositRows: readonly RowFact[];
  /** Of a final invoice: the numbers of the deposits that it takes back. */
  readonly deposits: readonly string[];
  /** Of a credit: the credited document. */
  readonly cites: string | null;
  /** Of an invoice to a person: the nets of its prints, which have no quantity and price of their own. */
  readonly isOfMember: boolean;
}

export interface PaymentFact {
  readonly number: string;
  readonly id: string;
  readonly kind: 'payment' | 'refund' | 'reversal';
  /** Its day in the books. */
  readonly day: string;
  readonly means: string;
  /** More than 0: came in. */
  readonly cents: number;
  /** The id of a client or member. */
  readonly owner: string;
  readonly isOfMember: boolean;
}

export interface AllotmentFact {
  readonly day: string;
  readonly payment: string;
  readonly document: string;
  readonly cents: number;
}

/** A movement of a member's account. */
export interface EntryFact {
  readonly member: string;
  readonly kind: 'top-up' | 'charge' | 'correction' | 'refund' | 'reversal';
  readonly day: string;
  /** Of a charge: null, the recount prices the print. */
  readonly cents: number | null;
  readonly print: PrintFact | null;
}

export interface PrintFact {
  readonly seconds: number;
  readonly milligrams: number;
}

export class Facts {
  readonly papers: PaperFact[] = [];
  readonly payments: PaymentFact[] = [];
  readonly allotments: AllotmentFact[] = [];
  readonly entries: EntryFact[] = [];
  /** Prints of residents, which are free. */
  freePrints = 0;
}
