import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../../platform/http/access';
import {
  BillingIdentityDto,
  BillingIdentityStateDto,
  NewBillingIdentityDto,
  ProfileDto,
} from './details.dto';
import { DetailsService } from './details.service';

/** The same routes for the caller’s own member. */
@ApiTags('me')
@Controller('v1/me')
export class OwnDetailsController {
  constructor(private readonly details: DetailsService) {}

  /** Shows the name and address for your own invoices. */
  @SignedIn('account:read')
  @ZodResponse({ type: BillingIdentityStateDto })
  @Get('billing-identity')
  async identity(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return { identity: await this.details.billingIdentity(memberId) };
  }

  /** Records the name and address for your own invoices. */
  @SignedIn('account:write')
  @ZodResponse({ type: BillingIdentityDto })
  @Put('billing-identity')
  putIdentity(@CurrentAccount() { memberId }: CurrentAccountInfo, @Body() body: NewBillingIdentityDto) {
    return this.details.putBillingIdentity(memberId, body);
  }

  /** Removes the name and address for your own invoices. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete('billing-identity')
  async removeIdentity(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    await this.details.removeBillingIdentity(memberId);
  }

  /** Shows your own answers for statistics. Only the member can read them. */
  @SignedIn('account:read')
  @ZodResponse({ type: ProfileDto })
  @Get('profile')
  profile(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    return this.details.profile(memberId);
  }

  /** Records your own answers for statistics. Each of them is voluntary. */
  @SignedIn('account:write')
  @ZodResponse({ type: ProfileDto })
  @Put('profile')
  async putProfile(@CurrentAccount() { memberId }: CurrentAccountInfo, @Body() body: ProfileDto) {
    await this.details.putProfile(memberId, body);
    return this.details.profile(memberId);
  }

  /** Removes your own answers for statistics. */
  @SignedIn('account:write')
  @HttpCode(204)
  @Delete('profile')
  async removeProfile(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    await this.details.removeProfile(memberId);
  }
}
