import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { ReaderLanguage } from '../../api/words';
import { SERVER_CONFIG, type ServerConfig } from '../../config';
import { MemberParamDto } from '../../people/members.dto';
import { Can, CurrentAccount, type CurrentAccountInfo, demand, Public } from '../access';
import { type CookieReply, setSessionCookie } from '../session-cookie';
import { HandedLinkDto, InvitationWishDto, NewPasswordDto } from './codes.dto';
import { viewHandedOver } from './hand-over';
import { InvitationsService } from './invitations.service';

@ApiTags('accounts')
@Controller('v1')
export class InvitationsController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly invitations: InvitationsService,
  ) {}

  @ApiOperation({ summary: 'Ask a member to open an account: the link is good for seven days' })
  @Can('account.invite', 'entrusted-member')
  @ZodResponse({ status: 201, type: HandedLinkDto })
  @Post('members/:id/invitation')
  async invite(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: MemberParamDto,
    @Body() { language, ...wish }: InvitationWishDto,
    @ReaderLanguage() reader: Language,
  ) {
    if (wish.roles.some(({ role }) => role !== 'maker')) demand(account, 'account.manage');
    const invitation = { ...wish, language: language ?? reader };
    return viewHandedOver(await this.invitations.invite(id, invitation, account.accountId), reader);
  }

  @ApiOperation({ summary: 'Open the account that one was invited to: sets the session cookie' })
  @Public()
  @HttpCode(204)
  @Post('auth/invitation')
  async accept(
    @Body() { code, password }: NewPasswordDto,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<void> {
    setSessionCookie(reply, await this.invitations.accept(code, password), this.config);
  }
}
