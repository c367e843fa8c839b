import type { RunState } from '@pandafab/domain';
import type { StrippedCommand } from '@pandafab/lab-link';
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
} from '../persistence/columns';

export interface RunCause {
  readonly code: string;
  readonly details: FaultDetails;
}

/** One attempt of one job on one machine. */
@Entity('runs')
export class Run {
  @IdColumn() id!: RunId;
  @TextColumn() jobId!: JobId;
  @TextColumn() labId!: LabId;
  @TextColumn() machineId!: MachineId;
  /** What each tool was loaded with when the run was assigned: its material is booked there, whatever comes later. */
  @JsonColumn() spools!: (SpoolId | null)[];
  @TextColumn() state!: RunState;
  /** What partial unique indexes look at: one active run a machine, and one a job. */
  @FlagColumn() active!: boolean;
  @JsonColumn({ nullable: true }) cause!: RunCause | null;
  @IntegerColumn() linesSent!: number;
  @IntegerColumn() linesAcknowledged!: number;
  @IntegerColumn() resends!: number;
  /** Acknowledged net extrusion per tool, micrometres. */
  @JsonColumn() filamentUm!: number[];
  @FlagColumn() exact!: boolean;
  @RealColumn() seconds!: number;
  /** Commands that the guard left out, by rule; null until its lab has said, and from agents that do not count. */
  @JsonColumn({ nullable: true }) stripped!: StrippedCommand[] | null;
  @TextColumn({ nullable: true }) commandsSha256!: string | null;
  @InstantColumn() assignedAt!: number;
  @InstantColumn({ nullable: true }) startedAt!: number | null;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
}
