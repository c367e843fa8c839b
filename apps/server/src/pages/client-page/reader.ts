import type { Fault, Language } from '@pandafab/shared';
import type { ClientCard } from '../../money/card-payments/card-payments.service';
import type { Typed } from '../public-pages/forms';

/** What the page is drawn for. */
export interface Reader {
  readonly language: Language;
  /** Of the page, without a query: `/p/…`. */
  readonly path: string;
  /** Whether what is open can be paid by card. */
  readonly paysByCard: boolean;
  /** The card payment from which the client comes back. */
  readonly card: ClientCard | null;
}

/** Why a form is shown again: wrong fields of a quote's form, or the fault when it was sent. */
export interface Refusal {
  readonly form?: 'accept' | 'refuse';
  readonly typed?: Typed;
  readonly wrong?: Typed;
  readonly fault?: Fault;
}

/** Where the PDF of a document is. A number may have any character that a series accepts. */
export const pdfPath = (path: string, number: string): string =>
  `${path}/documents/${encodeURIComponent(number)}.pdf`;
