import type { QuotaMeasure } from '@pandafab/domain';
import type { JobId, MemberId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../platform/persistence/columns';

/** `waiting`: the account does not cover it yet. `released`: the job ended. */
export type ReservationState = 'held' | 'waiting' | 'released';

/** The price of a job, kept on the account that pays for it until the job ends. */
@Entity('reservations')
export class Reservation {
  @IdColumn() jobId!: JobId;
  /** Whose account pays. */
  @TextColumn() memberId!: MemberId;
  /** About what it costs, with tax. */
  @IntegerColumn() cents!: number;
  /** In what its free use is counted; null: there is none. */
  @TextColumn({ nullable: true }) measure!: QuotaMeasure | null;
  /** What it takes of the free use of the month. */
  @IntegerColumn() freeAmount!: number;
  @TextColumn() state!: ReservationState;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) releasedAt!: number | null;
}
