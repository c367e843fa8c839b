import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { ReaderLanguage } from '../../api/words';
import { SERVER_CONFIG, type ServerConfig } from '../../config';
import { Public } from '../access';
import { type CookieReply, setSessionCookie } from '../session-cookie';
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

  @ApiOperation({ summary: 'The labs in which people may register by themselves' })
  @ZodResponse({ type: [RegistrationLabDto] })
  @Get('registration-labs')
  labs() {
    return this.registrations.labs();
  }

  @ApiOperation({
    summary: 'Register with a lab: a mail says how it goes on, whether or not the address is known',
  })
  @HttpCode(202)
  @Post('register')
  async register(
    @Body() { language, ...form }: RegistrationDto,
    @ReaderLanguage() reader: Language,
  ): Promise<void> {
    await this.registrations.register({ ...form, language: language ?? reader });
  }

  @ApiOperation({
    summary: 'Choose the password of a registration: makes the account, and sets the session cookie',
  })
  @HttpCode(204)
  @Post('registration')
  async confirm(
    @Body() { code, password }: NewPasswordDto,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<void> {
    setSessionCookie(reply, await this.registrations.confirm(code, password), this.config);
  }
}
