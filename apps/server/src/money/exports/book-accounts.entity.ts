import type { BookAccounts } from '@pandafab/domain';
import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../platform/persistence/columns';

/** The accounts and journals of the books from a given day. A row never changes: new settings are a new row. */
@Entity('book_accounts')
export class BookAccountSettings {
  @IdColumn() id!: string;
  /** YYYY-MM-DD in Europe/Paris. For entries of a day, the latest row that begins on it or before counts. */
  @TextColumn() inForceFrom!: string;
  @JsonColumn() accounts!: BookAccounts;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
}
