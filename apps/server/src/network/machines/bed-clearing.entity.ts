import type { Instant, LabId, MachineId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../../platform/persistence/columns';

/** A bed from the end of a run until a person has cleared it. */
@Entity('bed_clearings')
export class BedClearing {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() labId!: LabId;
  @InstantColumn() occupiedAt!: Instant;
  @InstantColumn() clearedAt!: Instant;
}
