import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { calendarFile } from '../../platform/calendar/calendar-file';
import { Public } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathText } from '../../platform/http/path-params';
import { BookingFeeds } from './booking-feeds.service';

/** What calendar programs read: they have no account, and know a secret address. */
@ApiTags('me')
@Controller('v1/calendars')
export class CalendarsController {
  constructor(private readonly feeds: BookingFeeds) {}

  /** Shows bookings as a calendar (RFC 5545), to programs that know the secret address. */
  @Get(':token')
  @Public()
  @ApiProduces('text/calendar')
  @Faults('BOOKING.FEED_UNKNOWN')
  async read(@PathText('token') token: string): Promise<StreamableFile> {
    return calendarFile(await this.feeds.read(token));
  }
}
