import type { JobId, LabId, MachineId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** When a waiting job is expected to begin. Computed again whenever its lab's queue changes; the row ends with the wait. */
@Entity('job_expectations')
export class JobExpectation {
  @IdColumn() jobId!: JobId;
  @TextColumn() labId!: LabId;
  /** The job with the smallest is first in the queue of its lab. There are gaps, so that few rows change. */
  @IntegerColumn() place!: number;
  /** The hours are null for a job that no machine can take as things are. */
  @TextColumn({ nullable: true }) machineId!: MachineId | null;
  @InstantColumn({ nullable: true }) startAt!: number | null;
  @InstantColumn({ nullable: true }) endAt!: number | null;
  /** Nine starts of ten lie between these. */
  @InstantColumn({ nullable: true }) startFrom!: number | null;
  @InstantColumn({ nullable: true }) startUntil!: number | null;
  /** A person has to change the machine's spool before. */
  @FlagColumn() needsChange!: boolean;
  /** The first hours that its member was told, and when: how far it slips, and how right it was. */
  @InstantColumn({ nullable: true }) toldAt!: number | null;
  @InstantColumn({ nullable: true }) toldStartAt!: number | null;
  @InstantColumn({ nullable: true }) toldFrom!: number | null;
  @InstantColumn({ nullable: true }) toldUntil!: number | null;
  /** When its member was told that it slips; once. */
  @InstantColumn({ nullable: true }) slipToldAt!: number | null;
}

/** What a member was told first, and when the job really began. */
@Entity('expectation_results')
export class ExpectationResult {
  @IdColumn() jobId!: JobId;
  @TextColumn() labId!: LabId;
  @InstantColumn() toldAt!: number;
  @InstantColumn() toldStartAt!: number;
  @InstantColumn() toldFrom!: number;
  @InstantColumn() toldUntil!: number;
  @InstantColumn() startedAt!: number;
}
