import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { BookingFeeds } from './booking-feeds.service';
import {
  BookingFeedListDto,
  CreatedBookingFeedDto,
  NewBookingFeedDto,
  OwnBookingListDto,
} from './bookings.dto';
import { BookingsService } from './bookings.service';

/** A member's own bookings, and the addresses for their calendar program. */
@ApiTags('me')
@Controller('v1/me')
export class OwnBookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly feeds: BookingFeeds,
  ) {}

  /** Lists your own bookings that have not ended, the earliest first. */
  @Get('bookings')
  @SignedIn('jobs:read')
  @ZodResponse({ type: OwnBookingListDto })
  own(@CurrentAccount() account: CurrentAccountInfo) {
    return this.bookings.own(account);
  }

  /** Lists your calendar addresses, the newest first. The addresses themselves are stored nowhere. */
  @Get('booking-feeds')
  @SignedIn('jobs:read')
  @ZodResponse({ type: BookingFeedListDto })
  list(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return this.feeds.list(memberId);
  }

  /** Creates a secret address at which a calendar program reads your bookings, or the times of one machine. */
  @Post('booking-feeds')
  @SignedIn('jobs:write')
  @ZodResponse({ status: 201, type: CreatedBookingFeedDto })
  @Faults('BOOKING.TOO_MANY_FEEDS', 'MACHINE.UNKNOWN')
  create(
    @CurrentAccount() { memberId }: CurrentAccountInfo,
    @Body() body: NewBookingFeedDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.feeds.create(memberId, body, language);
  }

  /** Revokes a calendar address: from now on it shows nothing. */
  @Delete('booking-feeds/:feedId')
  @HttpCode(204)
  @SignedIn('jobs:write')
  async revoke(
    @CurrentAccount() { memberId }: CurrentAccountInfo,
    @PathId('feedId') feedId: string,
  ): Promise<void> {
    await this.feeds.revoke(memberId, feedId);
  }
}
