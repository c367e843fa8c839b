import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../persistence/columns';

/** A step that failed at every attempt. Deleted once the step succeeds; in SQL, because Redis may lose it. */
@Entity('dead_letters')
export class DeadLetter {
  /** The subject of the step: see `QueueJob.subject`. */
  @IdColumn() id!: string;
  @TextColumn() name!: string;
  @JsonColumn() data!: unknown;
  @TextColumn() error!: string;
  /** The number of all attempts. */
  @IntegerColumn() attempts!: number;
  @InstantColumn() firstFailedAt!: number;
  @InstantColumn() lastFailedAt!: number;
}
