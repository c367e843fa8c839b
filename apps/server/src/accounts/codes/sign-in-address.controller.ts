import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ReaderLanguage } from '../../api/words';
import { CurrentAccount, type CurrentAccountInfo, Public, SignedIn } from '../access';
import { CodeDto, EmailChangeDto } from './codes.dto';
import { SignInAddressService } from './sign-in-address.service';

@ApiTags('accounts')
@Controller('v1/auth')
export class SignInAddressController {
  constructor(private readonly address: SignInAddressService) {}

  @ApiOperation({ summary: 'Sign in with another address from now on: a mail goes there, to be confirmed' })
  @SignedIn('account:write')
  @HttpCode(202)
  @Post('email')
  async ask(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Body() body: EmailChangeDto,
    @ReaderLanguage() language: Language,
  ): Promise<void> {
    await this.address.ask(accountId, { ...body, language });
  }

  @ApiOperation({ summary: 'Confirm the new address' })
  @Public()
  @HttpCode(204)
  @Post('email-confirmation')
  async confirm(@Body() { code }: CodeDto): Promise<void> {
    await this.address.confirm(code);
  }
}
