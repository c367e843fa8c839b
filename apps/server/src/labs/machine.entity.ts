import type { LabId, MachineId, SpoolId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
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
  @TextColumn() kind!: 'printer';
  @TextColumn() profileId!: string;
  /** A device path, tcp://host:port, mqtt://…, or `bridge:` for a line bridge on the lab's own broker. */
  @TextColumn() connection!: string;
  @IntegerColumn() baudRate!: number;
  /** SHA-256 of the line bridge's secret; null where there is none. */
  @TextColumn({ nullable: true }) bridgeSecretHash!: string | null;
  @RealColumn() widthMm!: number;
  @RealColumn() depthMm!: number;
  @RealColumn() heightMm!: number;
  @RealColumn() maxNozzleCelsius!: number;
  @RealColumn() maxBedCelsius!: number;
  @TextColumn({ nullable: true }) spoolId!: SpoolId | null;
  /** After a run, `occupied` until a person says that the bed is clear. */
  @TextColumn() bed!: BedState;
  @FlagColumn() inMaintenance!: boolean;
  @InstantColumn() createdAt!: number;
}
