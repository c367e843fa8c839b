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
} from '../../platform/persistence/columns';
import { FoldedColumn } from '../../platform/persistence/folded-columns';

import type { NozzleType, Unattended } from './machine-description';

export type BedState = 'clear' | 'occupied';

/** A machine that accepts G-code. */
@Entity('machines')
export class Machine {
  @IdColumn() id!: MachineId;
  @TextColumn() labId!: LabId;
  @TextColumn() name!: string;
  @FoldedColumn('name') foldedName?: string | null;
  /** Code of a MachineKind. */
  @TextColumn() kind!: string;
  @TextColumn() profileId!: string;
  /**
   * Its address: a device path, tcp://host:port, mqtt://…, or `bridge:` for a line bridge on the lab's own broker.
   * The address holds no secret.
   */
  @TextColumn() address!: string;
  /** User name and password of the broker at that address. Only the lab's agent receives them. */
  @JsonColumn({ nullable: true }) credentials!: MachineCredentials | null;
  @IntegerColumn() baudRate!: number;
  /** SHA-256 of the line bridge's secret; null for a machine without a line bridge. */
  @TextColumn({ nullable: true }) bridgeSecretHash!: string | null;
  /** Hash of the same secret for Mosquitto's password file. */
  @TextColumn({ nullable: true }) bridgeMosquittoHash!: string | null;
  /** Where its axes begin, often slightly below zero, where start scripts prime the nozzle; null: as in its profile. */
  @RealColumn({ nullable: true }) minXMm!: number | null;
  @RealColumn({ nullable: true }) minYMm!: number | null;
  @RealColumn({ nullable: true }) minZMm!: number | null;
  /** Nominal size: the largest part. The profile has the margin around it that the tool may reach. */
  @RealColumn() widthMm!: number;
  @RealColumn() depthMm!: number;
  @RealColumn() heightMm!: number;
  @RealColumn() maxNozzleCelsius!: number;
  @RealColumn() maxBedCelsius!: number;
  /** Null where the chamber is not heated. */
  @RealColumn({ nullable: true }) maxChamberCelsius!: number | null;
  @TextColumn({ nullable: true }) spoolId!: SpoolId | null;
  /** After a run, `occupied` until a person confirms that the bed is clear. */
  @TextColumn() bed!: BedState;
  /** The run whose part lies there. */
  @TextColumn({ nullable: true }) bedRunId!: RunId | null;
  /** When the bed was occupied or cleared last; null before the first time. */
  @InstantColumn({ nullable: true }) bedSince!: number | null;
  @FlagColumn() inMaintenance!: boolean;
  /** How long it may run without a person in the room. */
  @TextColumn({ default: 'overnight' }) unattended!: Unattended;
  /** Each start waits for a person at the machine who confirms it. */
  @FlagColumn({ default: false }) startNeedsPerson!: boolean;
  /** Until then the next print may start: a person at the machine confirmed it. Null: no person did. */
  @InstantColumn({ nullable: true }) readyUntil!: number | null;
  // Its equipment; null: its staff did not say, so that it takes any file.
  @IntegerColumn({ nullable: true }) nozzleUm!: number | null;
  @TextColumn({ nullable: true }) nozzleType!: NozzleType | null;
  @IntegerColumn({ nullable: true }) filamentUm!: number | null;
  /** The plate that is on it now. */
  @TextColumn({ nullable: true }) bedSurface!: string | null;
  @FlagColumn({ nullable: true }) enclosed!: boolean | null;
  /** Folded, sorted. */
  @JsonColumn({ default: '[]' }) tags!: string[];
  /** When it was taken out of service: no jobs, not on the wall; null while it is used. */
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
  @InstantColumn() createdAt!: number;
}
