import { Module } from '@nestjs/common';
import { OpeningHoursModule } from '../../network/opening-hours/opening-hours.module';
import { ImportModule } from '../../people/import/import.module';
import { CalendarFeeds } from '../../platform/calendar/calendar-feeds.service';
import type { Feature } from '../../platform/kit/feature';
import { BookingFeeds } from './booking-feeds.service';
import { BookingRegistrations } from './booking-registrations';
import { BookingRulesService } from './booking-rules.service';
import { BookingTimes } from './booking-times';
import { bookingsAudit } from './bookings.audit';
import { BookingsController } from './bookings.controller';
import { Booking, BookingFeed, BookingRules } from './bookings.entities';
import { bookingsFaults } from './bookings.faults';
import { Bookings1764500044000 } from './bookings.migration';
import { BookingsService } from './bookings.service';
import { CalendarsController } from './calendars.controller';
import { HeldFor1764500221000 } from './held-for.migration';
import { OwnBookingsController } from './own-bookings.controller';

/** Members book machines for an hour or more. */
@Module({
  imports: [ImportModule, OpeningHoursModule],
  controllers: [BookingsController, CalendarsController, OwnBookingsController],
  providers: [
    ...[BookingFeeds, BookingRegistrations, BookingRulesService, BookingTimes, BookingsService],
    CalendarFeeds,
  ],
})
export class BookingsModule {}

export const bookings = {
  module: BookingsModule,
  tables: [BookingRules, Booking, BookingFeed],
  migrations: [Bookings1764500044000, HeldFor1764500221000],
  auditWords: [bookingsAudit],
  faults: [bookingsFaults],
} satisfies Feature;
