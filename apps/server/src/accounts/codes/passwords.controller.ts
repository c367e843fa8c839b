import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ReaderLanguage } from '../../api/words';
import { SERVER_CONFIG, type ServerConfig } from '../../config';
import { CurrentAccount, type CurrentAccountInfo, Public, SignedIn } from '../access';
import type { IdentifiableRequest } from '../identity.service';
import { type CookieReply, sessionSecretOf, setSessionCookie } from '../session-cookie';
import { ForgottenDto, NewPasswordDto, PasswordChangeDto } from './codes.dto';
import { PasswordsService } from './passwords.service';

@ApiTags('accounts')
@Controller('v1/auth')
export class PasswordsController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly passwords: PasswordsService,
  ) {}

  @ApiOperation({ summary: 'Ask for a new password: if the address opens an account, a mail goes there' })
  @Public()
  @HttpCode(202)
  @Post('forgotten')
  async forget(@Body() { email }: ForgottenDto, @ReaderLanguage() language: Language): Promise<void> {
    await this.passwords.forget(email, language);
  }

  @ApiOperation({ summary: 'Set the new password: ends every session, and sets the session cookie' })
  @Public()
  @HttpCode(204)
  @Post('password-reset')
  async reset(
    @Body() { code, password }: NewPasswordDto,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<void> {
    setSessionCookie(reply, await this.passwords.reset(code, password), this.config);
  }

  @ApiOperation({ summary: 'Change your password: your other sessions end' })
  @SignedIn('account:write')
  @HttpCode(204)
  @Post('password')
  async change(
    @CurrentAccount() { accountId, scopes }: CurrentAccountInfo,
    @Body() { current, next }: PasswordChangeDto,
    @Req() request: IdentifiableRequest,
    @ReaderLanguage() language: Language,
  ): Promise<void> {
    // A token's request may carry anybody's cookie.
    const session = scopes === null ? sessionSecretOf(request) : undefined;
    await this.passwords.change(accountId, { current, next, session, language });
  }
}
