import type { AccountId, DocumentId, LabId, MemberId, OrganisationId, PaymentId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** `refund`: money given back. `reversal`: the opposite of an entry that was wrong. */
export const PAYMENT_KINDS = ['payment', 'refund', 'reversal'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** Money that came in or went out. Append-only: an entry that was wrong gets an opposite one. */
@Entity('payments')
export class Payment {
  @IdColumn() id!: PaymentId;
  /** RG-2026-000001: without gap, and a link of the hash chain. */
  @TextColumn() number!: string;
  @TextColumn() kind!: PaymentKind;
  /** The day on which the money moved. Days are YYYY-MM-DD in Europe/Paris. */
  @TextColumn() paidOn!: string;
  /** The day of the books: that of recording, or the first day that was not closed. */
  @TextColumn() bookedOn!: string;
  /** A code of `payment_means`. */
  @TextColumn() means!: string;
  /** More than 0 for money that came in. */
  @IntegerColumn() cents!: number;
  /** Whose account: that of a client, or that of a member. Exactly one is not null. */
  @TextColumn({ nullable: true }) organisationId!: OrganisationId | null;
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** Where it was received; null: at no lab, as a transfer. */
  @TextColumn({ nullable: true }) labId!: LabId | null;
  /** Who paid, as on the statement or as staff wrote it. */
  @TextColumn() payer!: string;
  @TextColumn({ nullable: true }) reference!: string | null;
  @TextColumn({ nullable: true }) note!: string | null;
  @FoldedColumn('number', 'payer', 'reference', 'note') foldedWords?: string | null;
  /** Of a reversal: the entry that was wrong. An entry has one reversal at most. */
  @TextColumn({ nullable: true }) undoesId!: PaymentId | null;
  /** Of a reversal or refund: why. */
  @TextColumn({ nullable: true }) reason!: string | null;
  /** Null: the service itself, as for a payment by card. */
  @TextColumn({ nullable: true }) createdBy!: AccountId | null;
  @InstantColumn() at!: number;
  /** Of what was recorded, such as a line of a bank statement: a repetition books nothing twice. */
  @TextColumn({ nullable: true }) key!: string | null;
  /** 32 random bytes in hexadecimal: the chain holds personal data as salted hashes only. */
  @TextColumn() salt!: string;
}

/** Cents of a payment that settle a document; negative where they were taken back. Append-only, linked in the chain. */
@Entity('allotments')
export class Allotment {
  @IdColumn() id!: string;
  /** The payment's number and a count: RG-2026-000001/1. */
  @TextColumn() number!: string;
  @TextColumn() paymentId!: PaymentId;
  @TextColumn() documentId!: DocumentId;
  @IntegerColumn() cents!: number;
  @TextColumn() bookedOn!: string;
  @TextColumn({ nullable: true }) reason!: string | null;
  @TextColumn({ nullable: true }) createdBy!: AccountId | null;
  @InstantColumn() at!: number;
}
