import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { CurrentAccount, type CurrentAccountInfo, SignedIn } from '../accounts/access';
import { CLOCK } from '../config';
import { viewGroup } from './groups/groups.controller';
import { OwnGroupListDto } from './groups/groups.dto';
import { GroupsService } from './groups/groups.service';
import { toMemberView } from './member-view';
import { MembersService } from './members.service';
import { WardListDto } from './myself.dto';

/** What members see and change of themselves. */
@ApiTags('me')
@Controller('v1/me')
export class MyselfController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
  ) {}

  @ApiOperation({ summary: 'The minors you answer for; you see their jobs too' })
  @SignedIn('account:read')
  @ZodResponse({ type: WardListDto })
  @Get('wards')
  async wards(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const wards = await this.members.wards(memberId);
    return { items: wards.map((each) => toMemberView(each, this.clock.now())), total: wards.length };
  }

  @ApiOperation({ summary: 'The groups you are in; you submit for those that you lead' })
  @SignedIn('account:read')
  @ZodResponse({ type: OwnGroupListDto })
  @Get('groups')
  async ownGroups(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const groups = await this.groups.of(memberId);
    return { items: groups.map((each) => ({ ...viewGroup(each), leads: each.leads })), total: groups.length };
  }
}
