import type { DocumentId } from '@pandafab/shared';

/** A share of what is agreed: a percentage as a decimal text, or an amount with tax. */
export type PartRequest = { readonly percent: string } | { readonly grossCents: number };

/** Which lines a credit note credits: all that is left, or of each line a quantity or what is left of it. */
export type CreditRequest =
  | 'all'
  | readonly { readonly position: number; readonly quantity: string | 'rest' }[];

/** What staff ask of a document; its kind says which fields it has. */
export interface DocumentRequest {
  /** Printed on the document. */
  readonly note?: string | undefined;
  /** Quotes: instead of the number of days in the seller's settings. */
  readonly validUntil?: string | undefined;
  /** Quotes and order confirmations: instead of the terms in the seller's settings. */
  readonly terms?: string | undefined;
  /** Deposits. */
  readonly part?: PartRequest | undefined;
  /** Invoices of one stage; an invoice without it is final: all that is left to invoice. */
  readonly stageId?: string | undefined;
  /** Credit notes and credits of deposits. */
  readonly citesId?: DocumentId | undefined;
  readonly credit?: CreditRequest | undefined;
}
