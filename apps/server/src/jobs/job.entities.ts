import type { JobState } from '@pandafab/domain';
import type { AccountId, BatchId, GroupId, JobId, LabId, MemberId, PrestationId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import type { FileRefusal } from '../files/file.entity';
import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../persistence/columns';
import { FoldedColumn } from '../persistence/folded-columns';

/** One submission; a quantity of n makes n jobs. */
@Entity('batches')
export class Batch {
  @IdColumn() id!: BatchId;
  @TextColumn() memberId!: MemberId;
  @TextColumn() submittedBy!: AccountId;
  @IntegerColumn() quantity!: number;
  @InstantColumn() createdAt!: number;
}

/** One thing to make. */
@Entity('jobs')
export class Job {
  @IdColumn() id!: JobId;
  @TextColumn() batchId!: BatchId;
  @TextColumn() memberId!: MemberId;
  @TextColumn() labId!: LabId;
  /** For whom the member made it; null: for themselves. */
  @TextColumn({ nullable: true }) groupId!: GroupId | null;
  @TextColumn({ nullable: true }) prestationId!: PrestationId | null;
  @TextColumn() fileSha256!: string;
  /** The name the file came with: shown, never used as a path. */
  @TextColumn() fileName!: string;
  @FoldedColumn('fileName') foldedFileName?: string | null;
  /** The material that is asked for; null: what the file is made for. */
  @TextColumn({ nullable: true }) material!: string | null;
  /** What the file is made for, by whoever asked for another material all the same; who and when stands in the history. */
  @TextColumn({ nullable: true }) insteadOf!: string | null;
  @TextColumn() state!: JobState;
  /** The job that this one makes again. */
  @TextColumn({ nullable: true }) redoOf!: JobId | null;
  /** Why it was refused, whatever later analysers say of its file. */
  @JsonColumn({ nullable: true }) refusal!: FileRefusal | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn() changedAt!: number;
}
