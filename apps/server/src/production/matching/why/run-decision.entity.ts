import type { MachineAnswer, Reason, Score, WhyHere } from '@pandafab/domain';
import type { JobId, LabId, MachineId, RunId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, JsonColumn, TextColumn } from '../../../platform/persistence/columns';

/** What a machine answered when a job was given to one of them. */
export interface RecordedAnswer {
  readonly machineId: MachineId;
  readonly answer: MachineAnswer;
  /** Why it could not print the job. */
  readonly reasons: readonly Reason[];
}

/** Why a job began where it did; bounded in size. */
export interface DecisionRecord {
  /** 1 is the first of `of` waiting jobs. */
  readonly place: number;
  readonly of: number;
  readonly score: Score;
  readonly usedSeconds: number;
  readonly beforeSeconds: number;
  readonly whyHere: WhyHere;
  readonly machines: readonly RecordedAnswer[];
}

/** The decision that began a run. It is deleted with the run. */
@Entity('run_decisions')
export class RunDecision {
  @IdColumn() runId!: RunId;
  @TextColumn() jobId!: JobId;
  @TextColumn() labId!: LabId;
  @JsonColumn() decision!: DecisionRecord;
}
