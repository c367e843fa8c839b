import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { CurrentAccount, type CurrentAccountInfo, Public, SignedIn } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { type CookieReply, sessionSecretOf, setSessionCookie } from '../../../platform/http/session-cookie';
import { ReaderLanguage } from '../../../platform/http/words';
import { SERVER_CONFIG, type ServerConfig } from '../../../platform/kit/config';
import type { IdentifiableRequest } from '../identity.service';
import { ForgottenDto, NewPasswordDto, PasswordChangeDto } from './codes.dto';
import { PasswordsService } from './passwords.service';

@ApiTags('accounts')
@Controller('v1/auth')
export class PasswordsController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly passwords: PasswordsService,
  ) {}

  /**
   * Sends a mail with a link to a new password, if this address belongs to an account. The answer is the same
   * if it does not.
   */
  @Public()
  @HttpCode(202)
  @Post('forgotten')
  @Faults('MAIL.NOT_CONFIGURED')
  async forget(@Body() { email }: ForgottenDto, @ReaderLanguage() language: Language): Promise<void> {
    await this.passwords.forget(email, language);
  }

  /**
   * Sets a new password with the code of a mail. All sessions of the account end, and the session cookie is
   * set.
   */
  @Public()
  @HttpCode(204)
  @Post('password-reset')
  @Faults('AUTH.CODE_INVALID', 'AUTH.PASSWORD_COMMON')
  async reset(
    @Body() { code, password }: NewPasswordDto,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<void> {
    setSessionCookie(reply, await this.passwords.reset(code, password), this.config);
  }

  /** Changes your own password. Your other sessions end. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Post('password')
  @Faults('AUTH.PASSWORD_COMMON', 'AUTH.TOO_MANY_ATTEMPTS', 'AUTH.WRONG_PASSWORD')
  async change(
    @CurrentAccount() { accountId, scopes }: CurrentAccountInfo,
    @Body() { current, next }: PasswordChangeDto,
    @Req() request: IdentifiableRequest,
    @ReaderLanguage() language: Language,
  ): Promise<void> {
    // A request with a token may carry the cookie of another account.
    const session = scopes === null ? sessionSecretOf(request) : undefined;
    await this.passwords.change(accountId, { current, next, session, language });
  }
}
