import type { ChargedPart, QuotaMeasure } from '@pandafab/domain';
import type {
  AccountId,
  DocumentId,
  MemberId,
  OrganisationId,
  PaymentId,
  UsageRecordId,
} from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** The prepaid money of a member. A change, and a reservation, lock the row first: `lockAccount`. */
@Entity('member_accounts')
export class MemberAccount {
  @IdColumn() memberId!: MemberId;
  /** PF- and six characters: on transfers and in the books, instead of a name. */
  @TextColumn() reference!: string;
  /** How far below 0 the balance may go; null: as the settings say. */
  @IntegerColumn({ nullable: true }) allowanceCents!: number | null;
  /** The sum of all entries. */
  @IntegerColumn() balanceCents!: number;
  /** The number of entries. */
  @IntegerColumn() entries!: number;
  /** Entries up to this one are invoiced; 0: none is. */
  @IntegerColumn() invoicedThrough!: number;
  /** The client that stands for this person on invoices; null before the first one. */
  @TextColumn({ nullable: true }) organisationId!: OrganisationId | null;
  @InstantColumn() createdAt!: number;
}

/** `reversal`: of a payment that was undone. */
export const ENTRY_KINDS = ['top-up', 'charge', 'correction', 'refund', 'reversal'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One movement of an account. Append-only, and a link of the hash chain. */
@Entity('account_entries')
export class AccountEntry {
  @IdColumn() id!: string;
  @TextColumn() memberId!: MemberId;
  /** The account's reference and the sequence: PF-ABCDEF/12. */
  @TextColumn() number!: string;
  /** 1 for the first entry of the account, without gap. */
  @IntegerColumn() sequence!: number;
  @TextColumn() kind!: EntryKind;
  /** With tax; more than 0 for money that comes onto the account. */
  @IntegerColumn() cents!: number;
  /** Of the account, after this entry. */
  @IntegerColumn() balanceCents!: number;
  /** The day of the books, YYYY-MM-DD in Europe/Paris. */
  @TextColumn() bookedOn!: string;
  /** The payment of a top-up, a refund or a reversal. */
  @TextColumn({ nullable: true }) paymentId!: PaymentId | null;
  /** The print of a charge. */
  @TextColumn({ nullable: true }) usageRecordId!: UsageRecordId | null;
  /** Of a correction, a refund or a reversal. */
  @TextColumn({ nullable: true }) reason!: string | null;
  /** Null: the service itself. */
  @TextColumn({ nullable: true }) createdBy!: AccountId | null;
  @InstantColumn() at!: number;
  /** 32 random bytes in hexadecimal: the chain holds the reason only as a salted hash. */
  @TextColumn() salt!: string;
}

/** How a print of a member was settled: what was free, and what was charged. Append-only. */
@Entity('account_charges')
export class AccountCharge {
  @IdColumn() usageRecordId!: UsageRecordId;
  @TextColumn() memberId!: MemberId;
  /** The entry of the account that charges it; 0: it cost nothing. */
  @IntegerColumn() sequence!: number;
  /** Of a run that did not end as wanted: what of it is charged. */
  @TextColumn() part!: Exclude<ChargedPart, 'nothing'>;
  /** YYYY-MM, by Paris days: the month whose free use it took. */
  @TextColumn() month!: string;
  /** In what the free use was counted; null: there was none. */
  @TextColumn({ nullable: true }) measure!: QuotaMeasure | null;
  /** Cents net of VAT, milligrams or seconds. */
  @IntegerColumn() freeAmount!: number;
  /** The price that was not charged, net of VAT. */
  @IntegerColumn() freeCents!: number;
  /** What was charged, net of VAT. */
  @IntegerColumn() netCents!: number;
  /** The row of the invoice on which it will stand. */
  @TextColumn() categoryCode!: string;
  @IntegerColumn() rateBasisPoints!: number;
  /** What was charged, with tax. */
  @IntegerColumn() cents!: number;
  @InstantColumn() at!: number;
}

/** An invoice over the charges of an account. */
@Entity('account_invoices')
export class AccountInvoice {
  @IdColumn() documentId!: DocumentId;
  @TextColumn() memberId!: MemberId;
  /** The first and the last entry whose charges it contains. */
  @IntegerColumn() fromSequence!: number;
  @IntegerColumn() throughSequence!: number;
  /** With tax: the sum of the charges. */
  @IntegerColumn() cents!: number;
  @InstantColumn() createdAt!: number;
}
