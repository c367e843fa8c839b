import type { AccountId, PrestationId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** A secret link with which a client sees a prestation without an account. */
@Entity('share_links')
export class ShareLink {
  @IdColumn() id!: string;
  @TextColumn() prestationId!: PrestationId;
  /** SHA-256 of the secret: the link itself is shown once and stored nowhere. */
  @TextColumn() tokenHash!: string;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @TextColumn({ nullable: true }) revokedBy!: AccountId | null;
  /** From then on the link opens nothing. */
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}
