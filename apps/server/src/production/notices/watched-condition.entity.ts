import { Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../platform/persistence/columns';

/** A condition of a lab or a machine that staff are told of once it lasts. */
@Entity('watched_conditions')
export class WatchedCondition {
  /** Such as `lab-away 0193…`. */
  @IdColumn() id!: string;
  /** When it was first seen. */
  @InstantColumn() since!: number;
  @InstantColumn({ nullable: true }) toldAt!: number | null;
  /** When it was first seen to be over; null while it lasts. */
  @InstantColumn({ nullable: true }) endedAt!: number | null;
}
