import type { ApprovalReason, Hold, JobState } from '@pandafab/domain';
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
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RealColumn,
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

/** Whether a manager's yes is needed before a job begins: not, asked for, or given. */
export type JobApproval = 'none' | 'asked' | 'given';

/** One part to make. */
@Entity('jobs')
export class Job {
  @IdColumn() id!: JobId;
  @TextColumn() batchId!: BatchId;
  @TextColumn() memberId!: MemberId;
  /** In whose queue it stands. */
  @TextColumn() labId!: LabId;
  /** The labs to which it may go while it waits. */
  @JsonColumn() otherLabIds!: LabId[];
  /** When it came from another of them; null: it is where it was submitted. */
  @InstantColumn({ nullable: true }) labChangedAt!: number | null;
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
  /** Raised by each edit of a waiting job. An edit names the version that its author saw. */
  @IntegerColumn() version!: number;
  /** Steps above the ordinary 0, by staff. */
  @IntegerColumn() priority!: number;
  @TextColumn({ nullable: true }) priorityReason!: string | null;
  /** When it has to be ready. */
  @InstantColumn({ nullable: true }) dueAt!: number | null;
  /** Staff confirmed `dueAt`; without, it is a wish of the maker. */
  @FlagColumn() dueIsFirm!: boolean;
  /** Seconds by which staff moved it up (below 0) or down. */
  @RealColumn() movedSeconds!: number;
  /** It goes before all other jobs on this machine. */
  @TextColumn({ nullable: true }) nextOn!: MachineId | null;
  /** Null: not held. */
  @InstantColumn({ nullable: true }) heldAt!: number | null;
  @TextColumn({ nullable: true }) heldBy!: Hold['by'] | null;
  @TextColumn({ nullable: true }) heldReason!: string | null;
  /** It begins only while its member is there. */
  @FlagColumn() needsMaker!: boolean;
  /** The member said that they are there until then. */
  @InstantColumn({ nullable: true }) makerHereUntil!: number | null;
  /** The colour of the material, a name or #rrggbb; null: any. */
  @TextColumn({ nullable: true }) colour!: string | null;
  /** Words that the machine must have among its tags. */
  @JsonColumn() tags!: string[];
  @TextColumn() approval!: JobApproval;
  /** Why approval was asked for; null where it was given without a question, because staff submitted the job. */
  @JsonColumn({ nullable: true }) approvalReasons!: ApprovalReason[] | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn() changedAt!: number;
}
