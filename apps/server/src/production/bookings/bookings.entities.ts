import type { AccountId, LabId, MachineId, MemberId } from '@pandafab/shared';
import { Entity, PrimaryColumn } from 'typeorm';
import { CalendarFeed } from '../../platform/calendar/calendar-feed';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../../platform/persistence/columns';

/** Whether and how members may book machines of a lab. A lab without a row does not offer it. */
@Entity('booking_rules')
export class BookingRules {
  @PrimaryColumn({ type: 'varchar' }) labId!: LabId;
  @FlagColumn() offered!: boolean;
  /** Hours of one booking. */
  @IntegerColumn() longestHours!: number;
  /** Hours of one member in one week, Monday to Sunday on the lab's calendar. */
  @IntegerColumn() hoursPerWeek!: number;
  /** How long before its beginning a booking can be made. */
  @IntegerColumn() daysAhead!: number;
  /** Raised by each change. */
  @IntegerColumn() version!: number;
}

/** A time for which a member has a machine. A cancelled one is kept. */
@Entity('bookings')
export class Booking {
  @IdColumn() id!: string;
  @TextColumn() machineId!: MachineId;
  @TextColumn() labId!: LabId;
  @TextColumn() memberId!: MemberId;
  @InstantColumn() fromAt!: number;
  /** Not included. */
  @InstantColumn() untilAt!: number;
  @InstantColumn() bookedAt!: number;
  /** Such as `session` and its id, where it is not a member's own booking; null for members' own. */
  @TextColumn({ nullable: true }) heldFor!: string | null;
  @TextColumn({ nullable: true }) cancelledBy!: AccountId | null;
  @InstantColumn({ nullable: true }) cancelledAt!: number | null;
}

/** A secret address at which a calendar program reads bookings: the member's own, or those of one machine. */
@Entity('booking_feeds')
export class BookingFeed extends CalendarFeed {
  /** Null: the member's own bookings. */
  @TextColumn({ nullable: true }) machineId!: MachineId | null;
}
