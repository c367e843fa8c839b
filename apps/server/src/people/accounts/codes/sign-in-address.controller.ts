import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { CurrentAccount, type CurrentAccountInfo, Public, SignedIn } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { ReaderLanguage } from '../../../platform/http/words';
import { CodeDto, EmailChangeDto } from './codes.dto';
import { SignInAddressService } from './sign-in-address.service';

@ApiTags('accounts')
@Controller('v1/auth')
export class SignInAddressController {
  constructor(private readonly address: SignInAddressService) {}

  /**
   * Asks for another e-mail address to sign in with. A mail is sent to the new address; its link confirms the
   * change.
   */
  @SignedIn('account:write')
  @HttpCode(202)
  @Post('email')
  @Faults('AUTH.TOO_MANY_ATTEMPTS', 'AUTH.WRONG_PASSWORD', 'MAIL.NOT_CONFIGURED', 'MAIL.REFUSED')
  async ask(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Body() body: EmailChangeDto,
    @ReaderLanguage() language: Language,
  ): Promise<void> {
    await this.address.ask(accountId, { ...body, language });
  }

  /** Confirms a new sign-in address with the code of the mail. */
  @Public()
  @HttpCode(204)
  @Post('email-confirmation')
  @Faults('AUTH.CODE_INVALID', 'AUTH.EMAIL_TAKEN')
  async confirm(@Body() { code }: CodeDto): Promise<void> {
    await this.address.confirm(code);
  }
}
