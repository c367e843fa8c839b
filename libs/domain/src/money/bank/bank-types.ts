import type { Cents, DocumentId, MemberId, OrganisationId } from '@pandafab/shared';

/** Money that came in, as a bank statement shows it. */
export interface ReceivedLine {
  readonly id: string;
  /** The day on which the bank booked it, YYYY-MM-DD. */
  readonly day: string;
  /** Above 0. */
  readonly cents: Cents;
  readonly text: string;
  /** Who paid, where the bank says it apart from the text. */
  readonly name: string | null;
  /** A structured reference, where the bank gives one. */
  readonly reference: string | null;
}

/** An invoice or deposit that is not paid in full. */
export interface PayableDocument {
  readonly id: DocumentId;
  readonly number: string;
  readonly organisationId: OrganisationId;
  readonly clientName: string;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  /** Above 0. */
  readonly openCents: Cents;
}

/** A member’s account with the reference that its owner writes on a transfer, such as PF-7K2M4Q. */
export interface TopUpReference {
  readonly memberId: MemberId;
  readonly reference: string;
}

/** Whose account money stands on. */
export type MoneyOwner = { readonly organisationId: OrganisationId } | { readonly memberId: MemberId };

/** An earlier line that staff booked: `payer` is its `payerKey`. */
export interface KnownPayer {
  readonly payer: string;
  readonly owner: MoneyOwner;
}

/** `sure` may be accepted with others at once; `weak` is a hint only. */
export const CONFIDENCES = ['sure', 'likely', 'weak'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Why a line is matched as it is, the strongest first. */
export const MATCH_REASONS = [
  'reference',
  'number',
  'numbers',
  'some-numbers',
  'part-payment',
  'over-payment',
  'personal-reference',
  'amount-and-name',
  'all-of-client',
  'known-payer',
  'payer-only',
  'name-only',
  'amount-only',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** A part of the money for one document. */
export interface MatchPart {
  readonly documentId: DocumentId;
  readonly cents: Cents;
}

/** What a line probably paid. What its parts leave stands on the owner’s account. */
export interface MatchProposal {
  readonly lineId: string;
  readonly confidence: Confidence;
  readonly reason: MatchReason;
  readonly owner: MoneyOwner;
  readonly parts: readonly MatchPart[];
}

/** A proposal before it is known how much of each document is still open. */
export type Match = Omit<MatchProposal, 'lineId'>;
