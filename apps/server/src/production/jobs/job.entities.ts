import type { JobState } from '@pandafab/domain';
import type {
  AccountId,
  BatchId,
  GroupId,
  JobId,
  LabId,
  MachineId,
  MemberId,
  PrestationId,
} from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';
import type { FileRefusal } from '../files/file.entity';

/** One submission; a quantity of n makes n jobs. */
@Entity('batches')
export class Batch {
  @IdColumn() id!: BatchId;
  @TextColumn() memberId!: MemberId;
  @TextColumn() submittedBy!: AccountId;
  @IntegerColumn() quantity!: number;
  @InstantColumn() createdAt!: number;
}

/** One part to make. */
@Entity('jobs')
export class Job {
  @IdColumn() id!: JobId;
  @TextColumn() batchId!: BatchId;
  @TextColumn() memberId!: MemberId;
  @TextColumn() labId!: LabId;
  /** The only machine that may take it; null: any machine of the lab. */
  @TextColumn({ nullable: true }) onlyMachineId!: MachineId | null;
  /** The group for which the member submitted; null: for themselves. */
  @TextColumn({ nullable: true }) groupId!: GroupId | null;
  @TextColumn({ nullable: true }) prestationId!: PrestationId | null;
  @TextColumn() fileSha256!: string;
  /** The uploaded file's name: shown, never used as a path. */
  @TextColumn() fileName!: string;
  @FoldedColumn('fileName') foldedFileName?: string | null;
  /** The requested material; null: the material of the file. */
  @TextColumn({ nullable: true }) material!: string | null;
  /** The material of the file, if a member confirmed another one; the history has the actor and the time. */
  @TextColumn({ nullable: true }) insteadOf!: string | null;
  @TextColumn() state!: JobState;
  /** Its sort key in its lab's queue, from `rank` of libs/domain. */
  @TextColumn() rank!: string;
  /** The job that this one makes again. */
  @TextColumn({ nullable: true }) redoOf!: JobId | null;
  /** Why it was refused; a later analysis of the file does not change it. */
  @JsonColumn({ nullable: true }) refusal!: FileRefusal | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn() changedAt!: number;
}
