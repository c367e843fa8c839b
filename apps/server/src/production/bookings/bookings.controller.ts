import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId, MachineId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { BookingRulesService } from './booking-rules.service';
import {
  BookDto,
  BookingDto,
  BookingListDto,
  BookingRulesDto,
  FreeHoursDto,
  FreeHoursQueryDto,
  SetBookingRulesDto,
} from './bookings.dto';
import { BookingsService } from './bookings.service';

@ApiTags('labs')
@Controller('v1')
export class BookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly rules: BookingRulesService,
  ) {}

  /** Shows whether and how members may book machines of a lab. */
  @Get('labs/:id/booking-rules')
  @Can('lab.read', 'network')
  @ZodResponse({ type: BookingRulesDto })
  @Faults('LAB.UNKNOWN')
  showRules(@PathId() id: LabId) {
    return this.rules.get(id);
  }

  /** Changes whether and how members may book machines of a lab. Bookings that were made before stay. */
  @Put('labs/:id/booking-rules')
  @Can('lab.set-hours', 'lab')
  @ZodResponse({ type: BookingRulesDto })
  @Faults('BOOKING.RULES_CHANGED', 'LAB.UNKNOWN')
  setRules(@PathId() id: LabId, @Body() body: SetBookingRulesDto) {
    return this.rules.set(id, body);
  }

  /** Lists the beginnings that are free on one day, each with the latest end. */
  @Get('machines/:id/free-hours')
  @Can('booking.make', 'network')
  @ZodResponse({ type: FreeHoursDto })
  @Faults('MACHINE.UNKNOWN')
  free(@PathId() id: MachineId, @Query() { day }: FreeHoursQueryDto) {
    return this.bookings.freeOn(id, day);
  }

  /** Lists the bookings of a machine that have not ended, the earliest first. */
  @Get('machines/:id/bookings')
  @Can('booking.make', 'network')
  @ZodResponse({ type: BookingListDto })
  @Faults('MACHINE.UNKNOWN')
  list(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: MachineId) {
    return this.bookings.ofMachine(account, id);
  }

  /** Books a machine for yourself: inside the opening hours, and by the rules of its lab. */
  @Post('machines/:id/bookings')
  @Can('booking.make', 'network')
  @ZodResponse({ status: 201, type: BookingDto })
  @Faults(
    'BOOKING.CLOSED',
    'BOOKING.INDUCTION_MISSING',
    'BOOKING.LENGTH',
    'BOOKING.NOT_OFFERED',
    'BOOKING.NOT_ON_QUARTER',
    'BOOKING.PAST',
    'BOOKING.QUOTA',
    'BOOKING.TAKEN',
    'BOOKING.TOO_FAR',
    'MACHINE.RETIRED',
    'MACHINE.UNKNOWN',
  )
  book(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: MachineId, @Body() body: BookDto) {
    return this.bookings.book(account, id, body);
  }

  /** Cancels a booking: your own, or one of a lab where you are on the staff. */
  @Delete('bookings/:id')
  @HttpCode(204)
  @Can('booking.make', 'network')
  @Faults('BOOKING.HELD', 'BOOKING.UNKNOWN')
  async cancel(@CurrentAccount() account: CurrentAccountInfo, @PathId() id: string): Promise<void> {
    await this.bookings.cancel(account, id);
  }
}
