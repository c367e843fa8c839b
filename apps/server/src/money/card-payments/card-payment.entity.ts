import type { AccountId, CardPaymentId, DocumentId, MemberId, PaymentId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** As the provider says. Paid is final; a checkout that failed or expired can still become paid. */
export const CARD_STATES = ['open', 'paid', 'failed', 'expired'] as const;
export type CardState = (typeof CARD_STATES)[number];

/**
 * Why money that the provider has is not in our books. `other-amount`: another amount or currency than asked.
 * `other-checkout`: another checkout of the provider than the one that was opened. `refused`: the books refused it.
 */
export const CARD_PROBLEMS = ['other-amount', 'other-checkout', 'refused'] as const;
export type CardProblem = (typeof CARD_PROBLEMS)[number];

/** What the provider said was paid, where it is not what was asked or could not be booked. */
export interface ToldPayment {
  readonly providerId: string;
  readonly cents: number;
  readonly currency: string;
  /** The code of the fault with which the books refused it. */
  readonly code: string | null;
}

/** A payment by card on the provider's page: a top-up of a member, or a document of a client. */
@Entity('card_payments')
export class CardPayment {
  @IdColumn() id!: CardPaymentId;
  /** Exactly one of the two is not null. */
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  @TextColumn({ nullable: true }) documentId!: DocumentId | null;
  /** Of euros, with tax. */
  @IntegerColumn() cents!: number;
  /** The provider's id of the checkout; null until the provider has answered. */
  @TextColumn({ nullable: true }) providerId!: string | null;
  @TextColumn() state!: CardState;
  /** Null: a client on the page behind a secret link. */
  @TextColumn({ nullable: true }) createdBy!: AccountId | null;
  @InstantColumn() createdAt!: number;
  /** As the provider says. */
  @InstantColumn({ nullable: true }) paidAt!: number | null;
  /** The entry of the books. */
  @TextColumn({ nullable: true }) paymentId!: PaymentId | null;
  /** How many messages of the provider were applied. */
  @IntegerColumn() events!: number;
  @TextColumn({ nullable: true }) problem!: CardProblem | null;
  @JsonColumn({ nullable: true }) told!: ToldPayment | null;
  /** What staff did about the problem; from then on the service books nothing for it. */
  @TextColumn({ nullable: true }) resolution!: string | null;
  @TextColumn({ nullable: true }) resolvedBy!: AccountId | null;
  @InstantColumn({ nullable: true }) resolvedAt!: number | null;
}
