import type { Role, Scope } from '@pandafab/domain';
import type { AccountId, LabId, Language, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../platform/persistence/columns';

/** A member's right to sign in. */
@Entity('accounts')
export class Account {
  @IdColumn() id!: AccountId;
  @TextColumn() memberId!: MemberId;
  /** Lower case: the address that the member signs in with. */
  @TextColumn() email!: string;
  /** argon2id, in its PHC string format. */
  @TextColumn() passwordHash!: string;
  /** Language of the pages in every browser; null if the member never chose one. */
  @TextColumn({ nullable: true }) language!: Language | null;
  @InstantColumn({ nullable: true }) disabledAt!: number | null;
  @InstantColumn() createdAt!: number;
}

/** A role of an account, and its lab. */
@Entity('role_grants')
export class AccountRole {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() role!: Role;
  /** Null: in all labs. */
  @TextColumn({ nullable: true }) labId!: LabId | null;
  /** Null: the first administrator's role, or one granted before this was recorded. */
  @TextColumn({ nullable: true }) grantedBy!: AccountId | null;
  @InstantColumn() grantedAt!: number;
}

/** A signed-in browser. Not a taught session (a course) of the domain. */
@Entity('login_sessions')
export class LoginSession {
  /** SHA-256 of the cookie's secret, in hexadecimal. */
  @IdColumn() tokenHash!: string;
  /** The public id with which its owner ends it. */
  @TextColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
  @InstantColumn() lastUsedAt!: number;
  /** Network address of the sign-in. */
  @TextColumn() address!: string;
  /** The browser's User-Agent, truncated. */
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
  /** The rights of the token, never more than its owner's. */
  @JsonColumn() scopes!: Scope[];
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) expiresAt!: number | null;
  /** Updated every few minutes; null: not used since this is recorded. */
  @InstantColumn({ nullable: true }) lastUsedAt!: number | null;
  /** User-Agent of the program at that time, such as `PrusaSlicer/2.9.4`; null: not recorded. */
  @TextColumn({ nullable: true }) lastClient!: string | null;
  /** Of a slicer's token: the user name that goes with it where a slicer has a field for one; null for other tokens. */
  @TextColumn({ nullable: true }) slicerUser!: string | null;
  /** Of a slicer's token: see `slicerDigestOf`; null for other tokens. */
  @TextColumn({ nullable: true }) slicerDigest!: string | null;
}
