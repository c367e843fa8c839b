import type { PaperContent } from '../paper';

/** What can be wrong with a document. Each code has a sentence that names the field. */
export const PAPER_FLAW_CODES = [
  'NO_LINES',
  'LABEL_MISSING',
  'QUANTITY_PLACES',
  'PRICE_PLACES',
  'PRICE_NEGATIVE',
  'LINE_AMOUNT',
  'SUMS',
  'TOTAL_NEGATIVE',
  'TOTAL_ZERO',
  'TOTAL_TOO_LARGE',
  'DUE_BEFORE_ISSUE',
  'SERVICE_DAY_MISSING',
  'VALIDITY_PAST',
  'CITATION_MISSING',
  'CITATION_LATER',
  'NUMBER_TOO_LONG',
  'NUMBER_CHARACTERS',
  'PROCESS',
  'NOTE_MISSING',
  'NOTE_TWICE',
  'RATE_UNKNOWN',
  'RATE_NOT_ZERO',
  'EXEMPTION_MISSING',
  'EXEMPTION_TEXT_MISSING',
  'TWO_MOTIVES',
  'OUTSIDE_SCOPE_WITH_OTHERS',
  'SELLER_VAT_NUMBER_MISSING',
  'CLIENT_VAT_NUMBER_MISSING',
  'DELIVERY_NOT_IN_UNION',
  'DELIVERY_NOT_ABROAD',
  'DELIVERY_DAY_MISSING',
  'SELLER_FIELD_MISSING',
  'SELLER_SIREN',
  'SELLER_SIRET',
  'CLIENT_FIELD_MISSING',
  'CLIENT_SIREN_MISSING',
  'CLIENT_SIRET_MISSING',
  'CLIENT_SIREN_OF_PERSON',
  'CLIENT_EMAIL_MISSING',
  'SERVICE_CODE_MISSING',
  'PURCHASE_ORDER_MISSING',
  'TOO_LONG',
  'MANY_CITATIONS',
  'NO_PLATFORM',
] as const;
export type PaperFlawCode = (typeof PAPER_FLAW_CODES)[number];

/** Parameters of a flaw's sentence. */
export interface FlawParameters {
  /** The position of the line. */
  readonly position?: number;
  /** The name of a field: `name`, `purchaseOrder`… */
  readonly field?: string;
  readonly category?: string;
  readonly rateBasisPoints?: number;
  readonly most?: number;
  readonly text?: string;
}

export interface PaperFlaw {
  readonly code: PaperFlawCode;
  readonly parameters: FlawParameters;
  /** `refusal`: the document is not issued. `warning`: the page says it, and the document can be issued. */
  readonly severity: 'refusal' | 'warning';
}

/** What the client's record demands on its documents (Chorus Pro). */
export interface ClientDemands {
  readonly requiresServiceCode: boolean;
  readonly requiresEngagement: boolean;
}

export type FlawRule = (content: PaperContent, demands: ClientDemands) => readonly PaperFlaw[];

export const refusal = (code: PaperFlawCode, parameters: FlawParameters = {}): PaperFlaw => ({
  code,
  parameters,
  severity: 'refusal',
});

export const warning = (code: PaperFlawCode, parameters: FlawParameters = {}): PaperFlaw => ({
  code,
  parameters,
  severity: 'warning',
});

/** The flaw where the condition holds. */
export const flawIf = (isWrong: boolean, flaw: PaperFlaw): readonly PaperFlaw[] => (isWrong ? [flaw] : []);

export const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
