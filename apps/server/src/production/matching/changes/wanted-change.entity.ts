import type { JobId, LabId, MachineId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../../../platform/persistence/columns';

/**
 * A change of spool for which it is time. The row stays while a waiting job needs the spool, so that staff are told of
 * each change once.
 */
@Entity('wanted_changes')
export class WantedChangeRow {
  @IdColumn() machineId!: MachineId;
  /** What has to be loaded, such as a material and a colour; '' for any spool. */
  @IdColumn() load!: string;
  @TextColumn() labId!: LabId;
  /** The first job that needs it. */
  @TextColumn() jobId!: JobId;
  /** Waiting jobs that need it. */
  @IntegerColumn() jobs!: number;
  @InstantColumn() since!: number;
  /** False once the queue goes another way; staff are not told again. */
  @FlagColumn() wanted!: boolean;
}
