import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** The right to use a kind of machine, in every lab. The row stays after withdrawal or expiry. */
@Entity('inductions')
export class Induction {
  @IdColumn() id!: string;
  @TextColumn() memberId!: MemberId;
  /** Code of a MachineKind. */
  @TextColumn() kind!: string;
  /** The lab that gave it. */
  @TextColumn() labId!: LabId;
  @TextColumn() grantedBy!: AccountId;
  @InstantColumn() grantedAt!: number;
  /** Null: no expiry. */
  @InstantColumn({ nullable: true }) validUntil!: number | null;
  @TextColumn({ nullable: true }) withdrawnBy!: AccountId | null;
  @InstantColumn({ nullable: true }) withdrawnAt!: number | null;
  @TextColumn({ nullable: true }) withdrawnReason!: string | null;
}
