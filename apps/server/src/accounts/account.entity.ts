import type { Role } from '@pandafab/domain';
import type { AccountId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A member's right to sign in, and the roles that come with it. */
@Entity('accounts')
export class Account {
  @IdColumn() id!: AccountId;
  @TextColumn() memberId!: MemberId;
  /** Lower case: the key people sign in with. */
  @TextColumn() email!: string;
  /** argon2id, in its PHC string format. */
  @TextColumn() passwordHash!: string;
  @JsonColumn() roles!: Role[];
  @InstantColumn({ nullable: true }) disabledAt!: number | null;
  @InstantColumn() createdAt!: number;
}

/** A signed-in browser. Not the taught Session of the domain. */
@Entity('login_sessions')
export class LoginSession {
  /** SHA-256 of the cookie's secret, in hexadecimal. */
  @IdColumn() tokenHash!: string;
  @TextColumn() accountId!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() expiresAt!: number;
}

/** A secret for programs, shown once. */
@Entity('api_tokens')
export class ApiToken {
  @IdColumn() id!: string;
  @TextColumn() accountId!: AccountId;
  @TextColumn() name!: string;
  /** SHA-256 of the token, in hexadecimal. */
  @TextColumn() tokenHash!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) expiresAt!: number | null;
}
