import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { OwnSessionsService } from './own-sessions.service';
import {
  CreatedSessionFeedDto,
  NewSessionFeedDto,
  OwnSessionListDto,
  OwnSessionQueryDto,
  SessionFeedListDto,
} from './registrations.dto';
import { SessionFeeds } from './session-feeds.service';

/** The sessions that a person attends, and the addresses for their calendar program. */
@ApiTags('me')
@Controller('v1/me')
export class OwnSessionsController {
  constructor(
    private readonly sessions: OwnSessionsService,
    private readonly feeds: SessionFeeds,
  ) {}

  /** Lists the sessions that you attend or wait for, and those of minors whose guardian you are. */
  @Get('lab-sessions')
  @SignedIn('activity:read')
  @ZodResponse({ type: OwnSessionListDto })
  own(@CurrentAccount() account: CurrentAccountInfo, @Query() { past }: OwnSessionQueryDto) {
    return this.sessions.list(account, past);
  }

  /** Lists your calendar addresses for sessions, the newest first. The addresses themselves are stored nowhere. */
  @Get('session-feeds')
  @SignedIn('activity:read')
  @ZodResponse({ type: SessionFeedListDto })
  list(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return this.feeds.list(memberId);
  }

  /** Creates a secret address at which a calendar program reads the sessions that you attend, or those that you lead. */
  @Post('session-feeds')
  @SignedIn('activity:write')
  @ZodResponse({ status: 201, type: CreatedSessionFeedDto })
  @Faults('AUTH.FORBIDDEN', 'SESSION.TOO_MANY_FEEDS')
  create(
    @CurrentAccount() account: CurrentAccountInfo,
    @Body() body: NewSessionFeedDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.feeds.create(account, body, language);
  }

  /** Revokes a calendar address: from now on it shows nothing. */
  @Delete('session-feeds/:feedId')
  @HttpCode(204)
  @SignedIn('activity:write')
  async revoke(
    @CurrentAccount() { memberId }: CurrentAccountInfo,
    @PathId('feedId') feedId: string,
  ): Promise<void> {
    await this.feeds.revoke(memberId, feedId);
  }
}
