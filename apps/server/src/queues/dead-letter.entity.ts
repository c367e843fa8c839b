import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../persistence/columns';
import type { QueueJobName } from './queue-jobs';

/** A step that failed at every attempt. Gone when it was done after all; in SQL, since Redis may forget. */
@Entity('dead_letters')
export class DeadLetter {
  /** What the step is about: see `queueSubjects`. */
  @IdColumn() id!: string;
  @TextColumn() name!: QueueJobName;
  @JsonColumn() data!: unknown;
  @TextColumn() error!: string;
  /** All attempts there were. */
  @IntegerColumn() attempts!: number;
  @InstantColumn() firstFailedAt!: number;
  @InstantColumn() lastFailedAt!: number;
}
