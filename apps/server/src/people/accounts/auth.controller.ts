import { Body, Controller, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import {
  type CookieReply,
  type CookieRequest,
  clearSessionCookie,
  sessionSecretOf,
  setSessionCookie,
} from '../../platform/http/session-cookie';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { CredentialsDto, SetupDto } from './auth.dto';
import { AuthService } from './auth.service';
import { SetupService } from './setup.service';

@ApiTags('accounts')
@Controller('v1')
export class AuthController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly auth: AuthService,
    private readonly setup: SetupService,
  ) {}

  /** Signs in with an e-mail address and a password, and sets the session cookie. */
  @Public()
  @HttpCode(204)
  @Post('auth/login')
  @Faults('AUTH.TOO_MANY_ATTEMPTS', 'AUTH.WRONG_CREDENTIALS')
  async login(
    @Body() body: CredentialsDto,
    @Ip() address: string,
    @Req() request: CookieRequest,
    @Res({ passthrough: true }) reply: CookieReply,
  ) {
    const secrets = await this.auth.signIn(body, address, sessionSecretOf(request));
    setSessionCookie(reply, secrets, this.config);
  }

  /** Signs out: ends the session of this request. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Post('auth/logout')
  async logout(@Req() request: CookieRequest, @Res({ passthrough: true }) reply: CookieReply) {
    const secret = sessionSecretOf(request);
    if (secret) await this.auth.signOut(secret);
    clearSessionCookie(reply, this.config);
  }

  /** Creates the first administrator, with the code that the server printed when it started. */
  @Public()
  @HttpCode(204)
  @Post('setup')
  @Faults('AUTH.EMAIL_TAKEN', 'AUTH.PASSWORD_COMMON', 'AUTH.SETUP_CODE_WRONG', 'AUTH.SETUP_DONE')
  async createFirst(@Body() body: SetupDto, @Res({ passthrough: true }) reply: CookieReply) {
    const accountId = await this.setup.create(body);
    setSessionCookie(reply, await this.auth.begin(accountId), this.config);
  }
}
