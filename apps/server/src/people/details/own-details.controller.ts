import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../accounts/access';
import { BillingIdentityDto, NewBillingIdentityDto, ProfileDto } from './details.dto';
import { DetailsService } from './details.service';

/** The same for oneself. */
@ApiTags('me')
@Controller('v1/me')
export class OwnDetailsController {
  constructor(private readonly details: DetailsService) {}

  @ApiOperation({ summary: 'To whom your invoices are made out' })
  @SignedIn('account:read')
  @ZodResponse({ type: BillingIdentityDto })
  @Get('billing-identity')
  identity(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return this.details.billingIdentity(memberId);
  }

  @ApiOperation({ summary: 'Say to whom your invoices are made out' })
  @SignedIn('account:write')
  @ZodResponse({ type: BillingIdentityDto })
  @Put('billing-identity')
  async putIdentity(@CurrentAccount() { memberId }: CurrentAccountInfo, @Body() body: NewBillingIdentityDto) {
    await this.details.putBillingIdentity(memberId, body);
    return this.details.billingIdentity(memberId);
  }

  @ApiOperation({ summary: 'Remove to whom your invoices are made out' })
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete('billing-identity')
  async removeIdentity(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    await this.details.removeBillingIdentity(memberId);
  }

  @ApiOperation({ summary: 'What you said for statistics; nobody else reads it' })
  @SignedIn('account:read')
  @ZodResponse({ type: ProfileDto })
  @Get('profile')
  profile(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return this.details.profile(memberId);
  }

  @ApiOperation({ summary: 'Say what statistics may count, all of it voluntary' })
  @SignedIn('account:write')
  @ZodResponse({ type: ProfileDto })
  @Put('profile')
  async putProfile(@CurrentAccount() { memberId }: CurrentAccountInfo, @Body() body: ProfileDto) {
    await this.details.putProfile(memberId, body);
    return this.details.profile(memberId);
  }

  @ApiOperation({ summary: 'Remove what you said for statistics' })
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete('profile')
  async removeProfile(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    await this.details.removeProfile(memberId);
  }
}
