import type { OrderState, PaperKind } from '@pandafab/domain';
import type { DocumentState } from '../documents/document.entities';
import type { CodePicture } from '../documents/present-payment-code';

/** A quote as its client sees it. */
export interface ClientQuote {
  readonly number: string;
  readonly state: DocumentState;
  /** YYYY-MM-DD, Europe/Paris, like all days here. */
  readonly validUntil: string | null;
  readonly netCents: number;
  readonly grossCents: number;
  /** Of the PDF that the client decides about; null while there is none, then the client cannot decide yet. */
  readonly pdfSha256: string | null;
  readonly decision: { readonly name: string; readonly day: string } | null;
}

export interface ClientStage {
  readonly name: string;
  readonly plannedOn: string | null;
  readonly doneOn: string | null;
}

/** A document that the client can download. */
export interface ClientPaper {
  readonly number: string;
  readonly kind: PaperKind;
  readonly day: string;
  readonly grossCents: number;
  /** Of an invoice or deposit; null of the other kinds. */
  readonly payment: ClientPayment | null;
}

/** What is open of an invoice or deposit. */
export interface ClientPayment {
  /** 0 or less: paid, or credited. */
  readonly openCents: number;
  readonly dueOn: string | null;
  readonly code: CodePicture | null;
}

/** Everything that the client's page of a prestation shows. */
export interface ClientView {
  readonly reference: string;
  readonly title: string;
  readonly state: OrderState;
  readonly clientName: string;
  /** From the latest document; null before the first. */
  readonly seller: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  /** Latest versions only, newest first. */
  readonly quotes: readonly ClientQuote[];
  readonly stages: readonly ClientStage[];
  /** Newest first. */
  readonly papers: readonly ClientPaper[];
}
