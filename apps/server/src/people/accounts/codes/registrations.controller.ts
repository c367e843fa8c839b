import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Public } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { type CookieReply, setSessionCookie } from '../../../platform/http/session-cookie';
import { ReaderLanguage } from '../../../platform/http/words';
import { SERVER_CONFIG, type ServerConfig } from '../../../platform/kit/config';
import { NewPasswordDto, RegistrationDto, RegistrationLabDto } from './codes.dto';
import { RegistrationsService } from './registrations.service';

@ApiTags('accounts')
@Public()
@Controller('v1/auth')
export class RegistrationsController {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly registrations: RegistrationsService,
  ) {}

  /** Lists the labs that accept registrations from this page. */
  @ZodResponse({ type: [RegistrationLabDto] })
  @Get('registration-labs')
  labs() {
    return this.registrations.labs();
  }

  /**
   * Starts a registration with a lab. A mail says how to continue; the answer is the same if the address
   * already has an account.
   */
  @HttpCode(202)
  @Post('register')
  @Faults('MAIL.NOT_CONFIGURED', 'MAIL.REFUSED', 'MEMBER.REGISTRATION_CLOSED')
  async register(
    @Body() { language, ...form }: RegistrationDto,
    @ReaderLanguage() reader: Language,
  ): Promise<void> {
    await this.registrations.register({ ...form, language: language ?? reader });
  }

  /**
   * Completes a registration: creates the member and the account with a password, and sets the session cookie.
   */
  @HttpCode(204)
  @Post('registration')
  @Faults('AUTH.CODE_INVALID', 'AUTH.EMAIL_TAKEN', 'AUTH.PASSWORD_COMMON', 'MEMBER.HAS_ACCOUNT')
  async confirm(
    @Body() { code, password }: NewPasswordDto,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<void> {
    setSessionCookie(reply, await this.registrations.confirm(code, password), this.config);
  }
}
