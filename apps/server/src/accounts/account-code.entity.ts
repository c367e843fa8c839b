import type { AccountId, Language, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

export type AccountCodePurpose = 'invitation' | 'registration' | 'password-reset' | 'email-change';

/** A link that works once: what it opens, for whom, and until when. */
@Entity('account_codes')
export class AccountCode {
  @IdColumn() id!: string;
  @TextColumn() purpose!: AccountCodePurpose;
  /** SHA-256, in hexadecimal; null until the mail with the link is written, so that no secret waits anywhere. */
  @TextColumn({ nullable: true }) codeHash!: string | null;
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** Lower case: whose mailbox it proves. */
  @TextColumn() email!: string;
  @TextColumn() language!: Language;
  /** By purpose: roles of an invitation; name, lab and password's hash of a registration. */
  @JsonColumn() data!: unknown;
  @TextColumn({ nullable: true }) createdBy!: AccountId | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
  /** Or when a newer one, or a changed password, took its place. */
  @InstantColumn({ nullable: true }) usedAt!: number | null;
}
