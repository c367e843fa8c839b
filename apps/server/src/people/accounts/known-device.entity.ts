import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/**
 * A browser with an earlier successful sign-in to this account. Its cookie gives no access: it only makes the server
 * count its failed sign-ins separately from those of unknown browsers.
 */
@Entity('known_devices')
export class KnownDevice {
  /** Stays the same when the cookie's secret changes: failed attempts are counted by this id. */
  @IdColumn() id!: string;
  /** SHA-256 of the cookie's secret, in hexadecimal; the same for all accounts of a browser that several people use. */
  @TextColumn() tokenHash!: string;
  @TextColumn() accountId!: AccountId;
  @InstantColumn() createdAt!: number;
  @InstantColumn() lastUsedAt!: number;
  @InstantColumn() expiresAt!: number;
}
