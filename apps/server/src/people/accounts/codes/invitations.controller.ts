import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language, MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, demand, Public } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { PathId } from '../../../platform/http/path-params';
import { type CookieReply, setSessionCookie } from '../../../platform/http/session-cookie';
import { ReaderLanguage } from '../../../platform/http/words';
import { SERVER_CONFIG, type ServerConfig } from '../../../platform/kit/config';
import { HandedLinkDto, InvitationRequestDto, NewPasswordDto } from './codes.dto';
import { viewHandedOver } from './hand-over';
import { InvitationsService } from './invitations.service';

@ApiTags('accounts')
@Controller('v1')
export class InvitationsController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly invitations: InvitationsService,
  ) {}

  /**
   * Invites a member to create an account. The link is valid for seven days; it is sent by mail, or shown once
   * if no mail can be sent.
   */
  @Can('account.invite', 'entrusted-member')
  @ZodResponse({ status: 201, type: HandedLinkDto })
  @Post('members/:id/invitation')
  @Faults('AUTH.EMAIL_TAKEN', 'AUTH.ROLE_EVERYWHERE', 'LAB.UNKNOWN', 'MEMBER.HAS_ACCOUNT', 'MEMBER.UNKNOWN')
  async invite(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Body() { language, ...request }: InvitationRequestDto,
    @ReaderLanguage() reader: Language,
  ) {
    if (request.roles.some(({ role }) => role !== 'maker')) demand(account, 'account.manage');
    const invitation = { ...request, language: language ?? reader };
    return viewHandedOver(await this.invitations.invite(id, invitation, account.accountId), reader);
  }

  /** Creates the account of an invitation with a password, and sets the session cookie. */
  @Public()
  @HttpCode(204)
  @Post('auth/invitation')
  @Faults('AUTH.CODE_INVALID', 'AUTH.EMAIL_TAKEN', 'AUTH.PASSWORD_COMMON', 'MEMBER.HAS_ACCOUNT')
  async accept(
    @Body() { code, password }: NewPasswordDto,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<void> {
    setSessionCookie(reply, await this.invitations.accept(code, password), this.config);
  }
}
