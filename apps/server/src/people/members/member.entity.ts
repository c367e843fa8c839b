import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

/** A person the network serves, with or without an account: the data that tariffs and labs need. */
@Entity('members')
export class Member {
  @IdColumn() id!: MemberId;
  /** Code of a MemberCategory. */
  @TextColumn() category!: string;
  @TextColumn({ nullable: true }) homeLabId!: LabId | null;
  /** The guardian of a minor. */
  @TextColumn({ nullable: true }) guardianId!: MemberId | null;
  /** When the person comes of age: only this day is stored, never the date of birth. Null for adults. */
  @InstantColumn({ nullable: true }) minorUntil!: number | null;
  /** The import that made this member. */
  @TextColumn({ nullable: true }) importId!: string | null;
  @InstantColumn() createdAt!: number;
}

/** A member's name and contact data. */
@Entity('member_contacts')
export class MemberContact {
  @IdColumn() memberId!: MemberId;
  @TextColumn() displayName!: string;
  @FoldedColumn('displayName') foldedName?: string | null;
  /** Lower case. Not the sign-in address, which belongs to the account. */
  @TextColumn({ nullable: true }) email!: string | null;
  /** When a mail server reported that the address does not exist; null if none has. */
  @InstantColumn({ nullable: true }) emailBouncedAt!: number | null;
  @TextColumn({ nullable: true }) phone!: string | null;
}

/** The name and address on a member's own invoices. */
@Entity('member_billing_identities')
export class MemberBillingIdentity {
  @IdColumn() memberId!: MemberId;
  @TextColumn() name!: string;
  @TextColumn() addressLine!: string;
  @TextColumn() postcode!: string;
  @TextColumn() city!: string;
  /** ISO 3166-1 alpha-2. */
  @TextColumn() countryCode!: string;
}

/** Statistical data for reports: all voluntary, without names. */
@Entity('member_profiles')
export class MemberProfile {
  @IdColumn() memberId!: MemberId;
  @IntegerColumn({ nullable: true }) birthYear!: number | null;
  @TextColumn({ nullable: true }) gender!: string | null;
  @TextColumn({ nullable: true }) neighbourhood!: string | null;
  @TextColumn({ nullable: true }) occupation!: string | null;
}

/** A check of a proof of residence: who checked it, when, and until when it is valid. Never the document itself. */
@Entity('residency_verifications')
export class ResidencyVerification {
  @IdColumn() id!: string;
  @TextColumn() memberId!: MemberId;
  /** Null if it was not recorded. */
  @TextColumn({ nullable: true }) verifiedBy!: AccountId | null;
  @InstantColumn() verifiedAt!: number;
  @InstantColumn() validUntil!: number;
  @TextColumn({ nullable: true }) withdrawnBy!: AccountId | null;
  @InstantColumn({ nullable: true }) withdrawnAt!: number | null;
}
