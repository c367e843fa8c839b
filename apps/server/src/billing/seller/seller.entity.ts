import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../persistence/columns';
import type { SellerSettingsBody } from './seller.schema';

/** The association as its documents show it, from a day on. Never changed: other settings are another row. */
@Entity('seller_settings')
export class SellerSettings {
  @IdColumn() id!: string;
  /** YYYY-MM-DD in Europe/Paris; the latest row that is not in the future is in force. */
  @TextColumn() inForceFrom!: string;
  @JsonColumn() settings!: SellerSettingsBody;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}
