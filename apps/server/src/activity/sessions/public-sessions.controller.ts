import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { LabId, Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { calendarFile } from '../../platform/calendar/calendar-file';
import { Public } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { PublicSessionsService } from './public-sessions.service';
import { PublicSessionListDto, PublicSessionQueryDto } from './sessions.dto';

/** What everybody may read without an account. */
@ApiTags('activity')
@Controller('v1')
export class PublicSessionsController {
  constructor(private readonly sessions: PublicSessionsService) {}

  /** Lists the public sessions of the coming three months, the earliest first, without any name. */
  @Get('public/lab-sessions')
  @Public()
  @ZodResponse({ type: PublicSessionListDto })
  list(@Query() { labId }: PublicSessionQueryDto) {
    return this.sessions.list(labId);
  }

  /** Shows the public sessions of a lab as a calendar (RFC 5545), without any name. */
  @Get('labs/:id/calendar.ics')
  @Public()
  @ApiProduces('text/calendar')
  @Faults('LAB.UNKNOWN')
  async calendar(@PathId() id: LabId, @ReaderLanguage() language: Language): Promise<StreamableFile> {
    return calendarFile(await this.sessions.calendar(id, language));
  }
}
