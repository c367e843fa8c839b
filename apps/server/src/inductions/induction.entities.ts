import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, TextColumn } from '../persistence/columns';

/** What machines are there, and whether one must be shown how to use such a one. */
@Entity('machine_kinds')
export class MachineKind {
  /** Such as `printer`: what machines refer to, whatever it is called. */
  @IdColumn() code!: string;
  @TextColumn() nameFr!: string;
  @TextColumn() nameEn!: string;
  @FlagColumn() inductionRequired!: boolean;
}

/** The right to use a kind of machine, in every lab. Kept when it is withdrawn or has ended. */
@Entity('inductions')
export class Induction {
  @IdColumn() id!: string;
  @TextColumn() memberId!: MemberId;
  /** Code of a MachineKind. */
  @TextColumn() kind!: string;
  /** Where it was given. */
  @TextColumn() labId!: LabId;
  @TextColumn() grantedBy!: AccountId;
  @InstantColumn() grantedAt!: number;
  /** Null: for good. */
  @InstantColumn({ nullable: true }) validUntil!: number | null;
  @TextColumn({ nullable: true }) withdrawnBy!: AccountId | null;
  @InstantColumn({ nullable: true }) withdrawnAt!: number | null;
  @TextColumn({ nullable: true }) withdrawnReason!: string | null;
}
