import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { MailService } from '../mail/mail.service';
import { MembersService } from '../people/members.service';
import { CurrentAccount, type CurrentAccountInfo, Public, SignedIn } from './access';
import { CredentialsDto, MeDto, SetupDto } from './auth.dto';
import { AuthService } from './auth.service';
import { viewMe } from './me-view';
import {
  type CookieReply,
  type CookieRequest,
  clearSessionCookie,
  sessionSecretOf,
  setSessionCookie,
} from './session-cookie';
import { SetupService } from './setup.service';

@ApiTags('accounts')
@Controller('v1')
export class AuthController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly auth: AuthService,
    private readonly setup: SetupService,
    private readonly members: MembersService,
    private readonly mail: MailService,
  ) {}

  @ApiOperation({ summary: 'Sign in: sets the session cookie' })
  @Public()
  @HttpCode(204)
  @Post('auth/login')
  async login(
    @Body() body: CredentialsDto,
    @Ip() address: string,
    @Req() request: CookieRequest,
    @Res({ passthrough: true }) reply: CookieReply,
  ) {
    const secrets = await this.auth.signIn(body, address, sessionSecretOf(request));
    setSessionCookie(reply, secrets, this.config);
  }

  @ApiOperation({ summary: 'Sign out: ends the session' })
  @SignedIn('account:write')
  @HttpCode(204)
  @Post('auth/logout')
  async logout(@Req() request: CookieRequest, @Res({ passthrough: true }) reply: CookieReply) {
    const secret = sessionSecretOf(request);
    if (secret) await this.auth.signOut(secret);
    clearSessionCookie(reply, this.config);
  }

  @ApiOperation({ summary: 'Create the first administrator, with the code that the server printed' })
  @Public()
  @HttpCode(204)
  @Post('setup')
  async createFirst(@Body() body: SetupDto, @Res({ passthrough: true }) reply: CookieReply) {
    const accountId = await this.setup.create(body);
    setSessionCookie(reply, await this.auth.begin(accountId), this.config);
  }

  @ApiOperation({ summary: 'Who is signed in' })
  @SignedIn('account:read')
  @ZodResponse({ type: MeDto })
  @Get('me')
  async me(@CurrentAccount() account: CurrentAccountInfo) {
    const record = await this.members.get(account.memberId);
    return viewMe(account, record, { now: this.clock.now(), sendsMail: this.mail.isConfigured });
  }
}
