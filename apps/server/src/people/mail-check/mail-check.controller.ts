import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { ReaderLanguage } from '../../platform/http/words';
import { MailStatusDto, TestMailDto } from './mail-check.dto';
import { MailCheckService } from './mail-check.service';

@ApiTags('service')
@Can('service.manage', 'network')
@Controller('v1/mail')
export class MailCheckController {
  constructor(private readonly check: MailCheckService) {}

  /** Shows by which mail server this service sends mail, and the last mails that were not accepted. */
  @ZodResponse({ type: MailStatusDto })
  @Get()
  status(@ReaderLanguage() language: Language) {
    return this.check.status(language);
  }

  /** Sends a test mail to the address of your account, and says what the mail server answered. */
  @HttpCode(200)
  @ZodResponse({ status: 200, type: TestMailDto })
  @Post('test')
  @Faults('MAIL.NOT_CONFIGURED', 'REQUEST.TOO_MANY')
  test(@CurrentAccount() account: CurrentAccountInfo, @ReaderLanguage() language: Language) {
    return this.check.test(account, language);
  }
}
