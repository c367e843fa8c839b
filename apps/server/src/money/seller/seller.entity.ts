import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import type { SellerSettingsBody } from './seller.schema';

/** The association as its documents show it, from a given day. A row never changes: new settings are a new row. */
@Entity('seller_settings')
export class SellerSettings {
  @IdColumn() id!: string;
  /** YYYY-MM-DD in Europe/Paris; the latest row that is not in the future is in force. */
  @TextColumn() inForceFrom!: string;
  @JsonColumn() settings!: SellerSettingsBody;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}

/** A logo in the file store. Documents that were issued keep theirs: rows are never removed. */
@Entity('seller_logos')
export class SellerLogo {
  @IdColumn() sha256!: string;
  @TextColumn() mediaType!: 'image/png' | 'image/jpeg';
  @IntegerColumn() bytes!: number;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}
