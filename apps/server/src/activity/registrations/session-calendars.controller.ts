import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { calendarFile } from '../../platform/calendar/calendar-file';
import { Public } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathText } from '../../platform/http/path-params';
import { SessionFeeds } from './session-feeds.service';

/** What calendar programs read: they have no account, and know a secret address. */
@ApiTags('me')
@Controller('v1/session-calendars')
export class SessionCalendarsController {
  constructor(private readonly feeds: SessionFeeds) {}

  /** Shows sessions as a calendar (RFC 5545), to programs that know the secret address. */
  @Get(':token')
  @Public()
  @ApiProduces('text/calendar')
  @Faults('SESSION.FEED_UNKNOWN')
  async read(@PathText('token') token: string): Promise<StreamableFile> {
    return calendarFile(await this.feeds.read(token));
  }
}
