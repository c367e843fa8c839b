import type { AccountId, Language, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../platform/persistence/columns';

export type AccountCodePurpose = 'invitation' | 'registration' | 'password-reset' | 'email-change';

/** A link that works once: its purpose, its member and its expiry. */
@Entity('account_codes')
export class AccountCode {
  @IdColumn() id!: string;
  @TextColumn() purpose!: AccountCodePurpose;
  /** SHA-256, in hexadecimal; null until the mail with the link is written, so that no secret is stored meanwhile. */
  @TextColumn({ nullable: true }) codeHash!: string | null;
  @TextColumn({ nullable: true }) accountId!: AccountId | null;
  @TextColumn({ nullable: true }) memberId!: MemberId | null;
  /** Lower case: the mailbox that the link proves. */
  @TextColumn() email!: string;
  @TextColumn() language!: Language;
  /** Depends on the purpose: roles of an invitation; name, lab and password's hash of a registration. */
  @JsonColumn() data!: unknown;
  @TextColumn({ nullable: true }) createdBy!: AccountId | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
  /** Also set when a newer code or a changed password replaces it. */
  @InstantColumn({ nullable: true }) usedAt!: number | null;
}
