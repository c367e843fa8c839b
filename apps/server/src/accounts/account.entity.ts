import type { Role, Scope } from '@pandafab/domain';
import type { AccountId, LabId, Language, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A member's right to sign in. */
@Entity('accounts')
export class Account {
  @IdColumn() id!: AccountId;
  @TextColumn() memberId!: MemberId;
  /** Lower case: the key people sign in with. */
  @TextColumn() email!: string;
  /** argon2id, in its PHC string format. */
  @TextColumn() passwordHash!: string;
  /** Of the pages, wherever they sign in; null where they never said. */
  @TextColumn({ nullable: true }) language!: Language | null;
  @InstantColumn({ nullable: true }) disabledAt!: number | null;
  @InstantColumn() createdAt!: number;
}

/** A role that an account holds, and where. */
@Entity('role_grants')
export class AccountRole {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() role!: Role;
  /** Null: everywhere. */
  @TextColumn({ nullable: true }) labId!: LabId | null;
  /** Null: the first administrator's, or from before this was kept. */
  @TextColumn({ nullable: true }) grantedBy!: AccountId | null;
  @InstantColumn() grantedAt!: number;
}

/** A signed-in browser. Not the taught Session of the domain. */
@Entity('login_sessions')
export class LoginSession {
  /** SHA-256 of the cookie's secret, in hexadecimal. */
  @IdColumn() tokenHash!: string;
  /** What its owner names it by, to end it. */
  @TextColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
  @InstantColumn() lastUsedAt!: number;
  /** Network address that it was begun from. */
  @TextColumn() address!: string;
  /** What the browser called itself, cut short. */
  @TextColumn() userAgent!: string;
}

/** A secret for programs, shown once. */
@Entity('api_tokens')
export class ApiToken {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() name!: string;
  /** SHA-256 of the token, in hexadecimal. */
  @TextColumn() tokenHash!: string;
  /** What it may be used for, within what its owner may do. */
  @JsonColumn() scopes!: Scope[];
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) expiresAt!: number | null;
}
