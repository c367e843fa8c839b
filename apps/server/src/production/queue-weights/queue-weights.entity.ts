import type { LabId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, JsonColumn } from '../../platform/persistence/columns';

/** The weights of a lab's queue that are not the default ones. A lab without a row has all defaults. */
@Entity('queue_weights')
export class LabQueueWeights {
  @IdColumn() labId!: LabId;
  /** By name: see `WEIGHT_RULES`. */
  @JsonColumn() deviations!: Record<string, number>;
}
