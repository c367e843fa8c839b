import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../persistence/columns';
import { FoldedColumn } from '../persistence/folded-columns';

/** A person the network serves, whether or not they can sign in: what tariffs and labs need to know of them. */
@Entity('members')
export class Member {
  @IdColumn() id!: MemberId;
  /** Code of a MemberCategory. */
  @TextColumn() category!: string;
  @TextColumn({ nullable: true }) homeLabId!: LabId | null;
  /** Who answers for a minor. */
  @TextColumn({ nullable: true }) guardianId!: MemberId | null;
  /** When the person comes of age: the fact that matters, never the date of birth. Null for adults. */
  @InstantColumn({ nullable: true }) minorUntil!: number | null;
  /** The import that made this member. */
  @TextColumn({ nullable: true }) importId!: string | null;
  @InstantColumn() createdAt!: number;
}

/** How a member is called and reached. */
@Entity('member_contacts')
export class MemberContact {
  @IdColumn() memberId!: MemberId;
  @TextColumn() displayName!: string;
  @FoldedColumn('displayName') foldedName?: string | null;
  /** Lower case. Not what they sign in with: that is their account's. */
  @TextColumn({ nullable: true }) email!: string | null;
  /** A mail server said that nobody is there; null as long as none has. */
  @InstantColumn({ nullable: true }) emailBouncedAt!: number | null;
  @TextColumn({ nullable: true }) phone!: string | null;
}

/** To whom a member's own invoices are made out. */
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

/** What reports count people by: all of it voluntary, none of it a name. */
@Entity('member_profiles')
export class MemberProfile {
  @IdColumn() memberId!: MemberId;
  @IntegerColumn({ nullable: true }) birthYear!: number | null;
  @TextColumn({ nullable: true }) gender!: string | null;
  @TextColumn({ nullable: true }) neighbourhood!: string | null;
  @TextColumn({ nullable: true }) occupation!: string | null;
}

/** That somebody saw a proof of residence: who, when, and until when it is good. Never the document. */
@Entity('residency_verifications')
export class ResidencyVerification {
  @IdColumn() id!: string;
  @TextColumn() memberId!: MemberId;
  /** Null where it was not kept. */
  @TextColumn({ nullable: true }) verifiedBy!: AccountId | null;
  @InstantColumn() verifiedAt!: number;
  @InstantColumn() validUntil!: number;
  @TextColumn({ nullable: true }) withdrawnBy!: AccountId | null;
  @InstantColumn({ nullable: true }) withdrawnAt!: number | null;
}
