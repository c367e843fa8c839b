import type { LabId, MachineCredentials, MachineId, RunId, SpoolId } from '@pandafab/shared';
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

export type BedState = 'clear' | 'occupied';

/** Anything that takes G-code. */
@Entity('machines')
export class Machine {
  @IdColumn() id!: MachineId;
  @TextColumn() labId!: LabId;
  @TextColumn() name!: string;
  /** Code of a MachineKind. */
  @TextColumn() kind!: string;
  @TextColumn() profileId!: string;
  /**
   * Where it is: a device path, tcp://host:port, mqtt://…, or `bridge:` for a line bridge on the lab's own broker. Nothing
   * secret stands in it.
   */
  @TextColumn() address!: string;
  /** What opens the broker there. Only the lab's agent is told. */
  @JsonColumn({ nullable: true }) credentials!: MachineCredentials | null;
  @IntegerColumn() baudRate!: number;
  /** SHA-256 of the line bridge's secret; null where there is none. */
  @TextColumn({ nullable: true }) bridgeSecretHash!: string | null;
  /** The same for Mosquitto's password file. */
  @TextColumn({ nullable: true }) bridgeMosquittoHash!: string | null;
  /** Where its axes begin, often a little below zero, where start scripts prime the nozzle; null: as its profile says. */
  @RealColumn({ nullable: true }) minXMm!: number | null;
  @RealColumn({ nullable: true }) minYMm!: number | null;
  @RealColumn({ nullable: true }) minZMm!: number | null;
  /** Nominal size: the largest part. The profile knows how far around it the tool may go. */
  @RealColumn() widthMm!: number;
  @RealColumn() depthMm!: number;
  @RealColumn() heightMm!: number;
  @RealColumn() maxNozzleCelsius!: number;
  @RealColumn() maxBedCelsius!: number;
  /** Null where the chamber is not heated. */
  @RealColumn({ nullable: true }) maxChamberCelsius!: number | null;
  @TextColumn({ nullable: true }) spoolId!: SpoolId | null;
  /** After a run, `occupied` until a person says that the bed is clear. */
  @TextColumn() bed!: BedState;
  /** Whose part lies there. */
  @TextColumn({ nullable: true }) bedRunId!: RunId | null;
  @FlagColumn() inMaintenance!: boolean;
  @InstantColumn() createdAt!: number;
}
