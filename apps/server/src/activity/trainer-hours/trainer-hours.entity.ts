import type { CalendarException, WeeklyHours } from '@pandafab/domain';
import type { AccountId, LabId, TopicId } from '@pandafab/shared';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** When a trainer can be booked at a lab for individual sessions. One row for a trainer and a lab. */
@Entity('trainer_hours')
export class TrainerHours {
  @IdColumn() id!: string;
  @TextColumn() trainerId!: AccountId;
  @TextColumn() labId!: LabId;
  /** On the lab's clock. */
  @JsonColumn() week!: readonly WeeklyHours[];
  /** Days of absence, or with other hours. */
  @JsonColumn() exceptions!: readonly CalendarException[];
  @IntegerColumn() slotMinutes!: number;
  /** Introductions that can be asked for; empty: each topic that is not retired. */
  @JsonColumn() topics!: readonly TopicId[];
  /** How many days ahead people can book, and how many hours before at the latest. */
  @IntegerColumn() daysAhead!: number;
  @IntegerColumn() noticeHours!: number;
  @IntegerColumn() version!: number;
  @InstantColumn() changedAt!: number;
}
