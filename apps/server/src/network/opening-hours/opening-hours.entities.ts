import type { CalendarException, WeeklyHours } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** The opening hours of a lab's week. A lab without a row has version 0 and is always open. */
@Entity('lab_weeks')
export class LabWeek {
  @PrimaryColumn({ type: 'varchar' }) labId!: LabId;
  /** On the lab's clock; null: always open. */
  @JsonColumn({ nullable: true }) week!: readonly WeeklyHours[] | null;
  /** Raised by each change. */
  @IntegerColumn() version!: number;
  @InstantColumn() changedAt!: number;
}

/** Days on which a lab is closed, or open at other hours than in its week. */
@Entity('lab_closures')
export class LabClosure implements CalendarException {
  @IdColumn() id!: string;
  @TextColumn() labId!: LabId;
  /** YYYY-MM-DD on the lab's calendar. */
  @TextColumn() firstDay!: string;
  /** Included. */
  @TextColumn() lastDay!: string;
  /** Empty: closed. */
  @JsonColumn() hours!: CalendarException['hours'];
  @TextColumn() reason!: string;
  @InstantColumn() createdAt!: number;
}
