import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { Booking, BookingFeed } from './bookings.entities';

/** Registers the answers to other modules' questions about bookings. */
@Injectable()
export class BookingRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
  ) {}

  onModuleInit(): void {
    this.personal.register('bookings', rowsOf(Booking, byMember));
    this.personal.register('bookingFeeds', rowsOf(BookingFeed, byMember, ['tokenHash']));
    this.importHolds.register(Booking, 'IMPORT.KEPT_BOOKING');
    this.importHolds.register(BookingFeed, 'IMPORT.KEPT_BOOKING');
  }
}
