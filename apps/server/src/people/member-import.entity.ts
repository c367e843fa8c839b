import type { AccountId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../persistence/columns';

/** One file of members that was taken in: what is undone, is undone by it. */
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
