import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../accounts/access';
import { MemberParamDto } from '../members.dto';
import { BillingIdentityDto, NewBillingIdentityDto, ProfileDto, ProfileStateDto } from './details.dto';
import { DetailsService } from './details.service';

/** What staff see and record of a member beside how they are reached. */
@ApiTags('members')
@Controller('v1/members/:id')
export class DetailsController {
  constructor(private readonly details: DetailsService) {}

  @ApiOperation({ summary: 'To whom a member’s own invoices are made out' })
  @Can('member.read-any', 'member')
  @ZodResponse({ type: BillingIdentityDto })
  @Get('billing-identity')
  identity(@Param() { id }: MemberParamDto) {
    return this.details.billingIdentity(id);
  }

  @ApiOperation({ summary: 'Record to whom a member’s own invoices are made out' })
  @Can('member.manage', 'member')
  @ZodResponse({ type: BillingIdentityDto })
  @Put('billing-identity')
  async putIdentity(@Param() { id }: MemberParamDto, @Body() body: NewBillingIdentityDto) {
    await this.details.putBillingIdentity(id, body);
    return this.details.billingIdentity(id);
  }

  @ApiOperation({ summary: 'Remove to whom a member’s own invoices are made out' })
  @Can('member.manage', 'member')
  @HttpCode(204)
  @Delete('billing-identity')
  async removeIdentity(@Param() { id }: MemberParamDto) {
    await this.details.removeBillingIdentity(id);
  }

  @ApiOperation({ summary: 'Whether a member said what statistics count; what they said, only they read' })
  @Can('member.manage', 'member')
  @ZodResponse({ type: ProfileStateDto })
  @Get('profile')
  async profile(@Param() { id }: MemberParamDto) {
    return { filledIn: await this.details.isFilledIn(id) };
  }

  @ApiOperation({ summary: 'Record what a member says for statistics, all of it voluntary' })
  @Can('member.manage', 'member')
  @ZodResponse({ type: ProfileStateDto })
  @Put('profile')
  async putProfile(@Param() { id }: MemberParamDto, @Body() body: ProfileDto) {
    await this.details.putProfile(id, body);
    return this.profile({ id });
  }

  @ApiOperation({ summary: 'Remove what a member said for statistics' })
  @Can('member.manage', 'member')
  @HttpCode(204)
  @Delete('profile')
  async removeProfile(@Param() { id }: MemberParamDto) {
    await this.details.removeProfile(id);
  }
}
