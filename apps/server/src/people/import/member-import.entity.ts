import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** One imported file of members: an undo applies to all of it. */
@Entity('member_imports')
export class MemberImport {
  @IdColumn() id!: string;
  @TextColumn() fileName!: string;
  @IntegerColumn() members!: number;
  @TextColumn() createdBy!: AccountId;
  @InstantColumn() createdAt!: number;
  @TextColumn({ nullable: true }) undoneBy!: AccountId | null;
  @InstantColumn({ nullable: true }) undoneAt!: number | null;
}
