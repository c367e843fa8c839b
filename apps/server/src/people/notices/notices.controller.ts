import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { ReaderLanguage } from '../../platform/http/words';
import { NoticeChoicesService } from './choices.service';
import {
  NoticeChoiceListDto,
  NoticeChoicesDto,
  NoticeListDto,
  NoticeQueryDto,
  UnreadNoticesDto,
} from './notices.dto';
import { NoticesService } from './notices.service';

@ApiTags('notices')
@Controller('v1/notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly choices: NoticeChoicesService,
  ) {}

  /** Lists your own notices, the latest first. */
  @SignedIn('account:read')
  @ZodResponse({ type: NoticeListDto })
  @Get()
  list(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Query() query: NoticeQueryDto,
    @ReaderLanguage() language: Language,
  ) {
    return this.notices.list(accountId, query, language);
  }

  /** Counts your unread notices. */
  @SignedIn('account:read')
  @ZodResponse({ type: UnreadNoticesDto })
  @Get('unread')
  async unread(@CurrentAccount() { accountId }: CurrentAccountInfo) {
    return { unread: await this.notices.unread(accountId) };
  }

  /** Marks all of your notices as read. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Post('read')
  async readAll(@CurrentAccount() { accountId }: CurrentAccountInfo) {
    await this.notices.markAllRead(accountId);
  }

  /** Marks one of your notices as read. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Post(':id/read')
  @Faults('NOTICE.UNKNOWN')
  async readOne(@CurrentAccount() { accountId }: CurrentAccountInfo, @PathId() id: string) {
    await this.notices.markRead(accountId, id);
  }

  /** Shows of which events you are told, and by which ways: behind the bell, and by mail. */
  @SignedIn('account:read')
  @ZodResponse({ type: NoticeChoiceListDto })
  @Get('choices')
  async listChoices(@CurrentAccount() account: CurrentAccountInfo, @ReaderLanguage() language: Language) {
    return this.viewChoices(account, language);
  }

  /** Chooses by which ways you are told of events. */
  @SignedIn('account:write')
  @ZodResponse({ type: NoticeChoiceListDto })
  @Put('choices')
  async choose(
    @CurrentAccount() account: CurrentAccountInfo,
    @Body() { items }: NoticeChoicesDto,
    @ReaderLanguage() language: Language,
  ) {
    await this.choices.choose(account.accountId, items);
    return this.viewChoices(account, language);
  }

  private async viewChoices(account: CurrentAccountInfo, language: Language) {
    const items = await this.choices.list(account, language);
    return { items, total: items.length };
  }
}
