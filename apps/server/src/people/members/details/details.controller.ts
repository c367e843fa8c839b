import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { PathId } from '../../../platform/http/path-params';
import {
  BillingIdentityDto,
  BillingIdentityStateDto,
  NewBillingIdentityDto,
  ProfileDto,
  ProfileStateDto,
} from './details.dto';
import { DetailsService } from './details.service';

/** What staff see and record of a member beside how they are reached. */
@ApiTags('members')
@Controller('v1/members/:id')
export class DetailsController {
  constructor(private readonly details: DetailsService) {}

  /** Shows the name and address for a member’s invoices. */
  @Can('member.read-any', 'member')
  @ZodResponse({ type: BillingIdentityStateDto })
  @Get('billing-identity')
  @Faults('MEMBER.UNKNOWN')
  async identity(@PathId() id: MemberId) {
    return { identity: await this.details.billingIdentity(id) };
  }

  /** Records the name and address for a member’s invoices. */
  @Can('member.manage', 'member')
  @ZodResponse({ type: BillingIdentityDto })
  @Put('billing-identity')
  @Faults('MEMBER.UNKNOWN')
  putIdentity(@PathId() id: MemberId, @Body() body: NewBillingIdentityDto) {
    return this.details.putBillingIdentity(id, body);
  }

  /** Removes the name and address for a member’s invoices. */
  @Can('member.manage', 'member')
  @HttpCode(204)
  @Delete('billing-identity')
  @Faults('MEMBER.UNKNOWN')
  async removeIdentity(@PathId() id: MemberId) {
    await this.details.removeBillingIdentity(id);
  }

  /** Shows whether a member answered the questions for statistics. Only the member can read the answers. */
  @Can('member.manage', 'member')
  @ZodResponse({ type: ProfileStateDto })
  @Get('profile')
  @Faults('MEMBER.UNKNOWN')
  async profile(@PathId() id: MemberId) {
    return { filledIn: await this.details.isFilledIn(id) };
  }

  /** Records a member’s answers for statistics. Each of them is voluntary. */
  @Can('member.manage', 'member')
  @ZodResponse({ type: ProfileStateDto })
  @Put('profile')
  @Faults('MEMBER.UNKNOWN')
  async putProfile(@PathId() id: MemberId, @Body() body: ProfileDto) {
    await this.details.putProfile(id, body);
    return this.profile(id);
  }

  /** Removes a member’s answers for statistics. */
  @Can('member.manage', 'member')
  @HttpCode(204)
  @Delete('profile')
  @Faults('MEMBER.UNKNOWN')
  async removeProfile(@PathId() id: MemberId) {
    await this.details.removeProfile(id);
  }
}
