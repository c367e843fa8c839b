import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../persistence/columns';

/**
 * A browser in which somebody signed in to this account before. Its cookie gives no access: its failed sign-ins are only
 * counted apart from those of unknown browsers.
 */
@Entity('known_devices')
export class KnownDevice {
  /** Stays while the cookie's secret changes: failed attempts are counted by it. */
  @IdColumn() id!: string;
  /** SHA-256 of the cookie's secret, in hexadecimal; the same for all accounts of a browser that several people use. */
  @TextColumn() tokenHash!: string;
  @TextColumn() accountId!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() lastUsedAt!: number;
  @InstantColumn() expiresAt!: number;
}
