import type { RunState } from '@pandafab/domain';
import type { FinalFigures, StrippedCommand } from '@pandafab/lab-link';
import type { FaultDetails, JobId, LabId, MachineId, RunId, SpoolId } from '@pandafab/shared';
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

export interface RunCause {
  readonly code: string;
  readonly details: FaultDetails;
}

/** One attempt of one job on one machine. */
@Entity('runs')
export class Run implements FinalFigures {
  @IdColumn() id!: RunId;
  @TextColumn() jobId!: JobId;
  @TextColumn() labId!: LabId;
  @TextColumn() machineId!: MachineId;
  /**
   * The spool of each tool when the run was assigned. The material is booked on it, even if the spool changes later.
   */
  @JsonColumn() spools!: (SpoolId | null)[];
  @TextColumn() state!: RunState;
  /** For partial unique indexes: one active run per machine, and one per job. */
  @FlagColumn() active!: boolean;
  @JsonColumn({ nullable: true }) cause!: RunCause | null;
  @IntegerColumn() linesSent!: number;
  @IntegerColumn() linesAcknowledged!: number;
  @IntegerColumn() resends!: number;
  /** Acknowledged net extrusion per tool, micrometres. */
  @JsonColumn() filamentUm!: number[];
  @FlagColumn() exact!: boolean;
  @RealColumn() seconds!: number;
  /** As its file was expected to take, without what was learnt; null for runs of before this was kept. */
  @RealColumn({ nullable: true }) expectedSeconds!: number | null;
  /** The plastic that it was expected to print; '' if nothing was known. */
  @TextColumn({ nullable: true }) plastic!: string | null;
  /**
   * Commands that the guard left out, by rule; null until the lab reports it, and from agents that do not count them.
   */
  @JsonColumn({ nullable: true }) stripped!: StrippedCommand[] | null;
  @TextColumn({ nullable: true }) commandsSha256!: string | null;
  @InstantColumn() assignedAt!: number;
  @InstantColumn({ nullable: true }) startedAt!: number | null;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
}
