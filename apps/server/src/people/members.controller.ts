import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { labsAllowed } from '@pandafab/domain';
import type { Clock, MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, demandIn } from '../accounts/access';
import { toIso, toIsoOrNull } from '../api/fields';
import { CLOCK } from '../config';
import { toStaffMemberView } from './member-view';
import {
  EvenIfDto,
  MemberChangesDto,
  MemberDto,
  MemberListDto,
  MemberParamDto,
  MemberSearchDto,
  NewMemberDto,
  ResidencyDto,
  ResidencyHistoryDto,
} from './members.dto';
import { MembersService } from './members.service';
import { ResidencyService } from './residency.service';
import type { KnownLabs } from './twice';

/** Whose members an asker may be told of, where an address is another's already. */
const knownTo = (account: CurrentAccountInfo, evenIf: 'same-email' | undefined): KnownLabs =>
  evenIf ? 'any-email' : labsAllowed(account, 'member.read-any');

@ApiTags('members')
@Controller('v1/members')
export class MembersController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly residency: ResidencyService,
  ) {}

  @ApiOperation({ summary: 'Members, by name: for staff of a lab, those that the lab knows' })
  @Can('member.read-any', 'network')
  @ZodResponse({ type: MemberListDto })
  @Get()
  async list(@CurrentAccount() account: CurrentAccountInfo, @Query() query: MemberSearchDto) {
    const { items, ...where } = await this.members.list(query, labsAllowed(account, 'member.read-any'));
    return { items: items.map((each) => toStaffMemberView(each, this.clock.now())), ...where };
  }

  @ApiOperation({ summary: 'Register a member' })
  @Can('member.manage', 'network')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post()
  async create(
    @CurrentAccount() account: CurrentAccountInfo,
    @Query() { evenIf }: EvenIfDto,
    @Body() body: NewMemberDto,
  ) {
    if (body.homeLabId) demandIn(account, 'member.manage', body.homeLabId);
    return this.view((await this.members.create(account, body, knownTo(account, evenIf))).id);
  }

  @ApiOperation({ summary: 'One member' })
  @Can('member.read-any', 'member')
  @ZodResponse({ type: MemberDto })
  @Get(':id')
  get(@Param() { id }: MemberParamDto) {
    return this.view(id);
  }

  @ApiOperation({ summary: 'Change what is given of a member' })
  @Can('member.manage', 'member')
  @ZodResponse({ type: MemberDto })
  @Patch(':id')
  async change(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: MemberParamDto,
    @Query() { evenIf }: EvenIfDto,
    @Body() body: MemberChangesDto,
  ) {
    if (body.homeLabId) demandIn(account, 'member.manage', body.homeLabId);
    await this.members.change(account, id, body, knownTo(account, evenIf));
    return this.view(id);
  }

  @ApiOperation({
    summary: 'The proofs of residence that were seen, the latest first, also those taken back',
  })
  @Can('member.read-any', 'member')
  @ZodResponse({ type: ResidencyHistoryDto })
  @Get(':id/residency')
  async residencyHistory(@Param() { id }: MemberParamDto) {
    const history = await this.residency.history(id);
    const items = history.map(({ validUntil, verifiedAt, verifiedBy, withdrawnAt, withdrawnBy }) => ({
      ...{ validUntil: toIso(validUntil), verifiedAt: toIso(verifiedAt), verifiedBy },
      ...{ withdrawnAt: toIsoOrNull(withdrawnAt), withdrawnBy },
    }));
    return { items, total: items.length };
  }

  @ApiOperation({ summary: 'A proof of residence was seen; it is good until then' })
  @Can('member.verify-residency', 'member')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post(':id/residency')
  async verifyResidency(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Param() { id }: MemberParamDto,
    @Body() { validUntil }: ResidencyDto,
  ) {
    await this.residency.verify(id, validUntil, accountId);
    return this.view(id);
  }

  @ApiOperation({ summary: 'Take back a residence that was verified by mistake' })
  @Can('member.verify-residency', 'member')
  @ZodResponse({ type: MemberDto })
  @Delete(':id/residency')
  async withdrawResidency(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Param() { id }: MemberParamDto,
  ) {
    await this.residency.withdraw(id, accountId);
    return this.view(id);
  }

  private async view(id: MemberId) {
    return toStaffMemberView(await this.members.get(id), this.clock.now());
  }
}
