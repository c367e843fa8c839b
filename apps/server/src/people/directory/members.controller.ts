import { Body, Controller, Delete, Get, Inject, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { labsAllowed } from '@pandafab/domain';
import type { Clock, MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { CLOCK } from '../../platform/kit/config';
import {
  EvenIfDto,
  MemberChangesDto,
  MemberSearchDto,
  NewMemberDto,
  NewResidencyDto,
  ResidencyHistoryDto,
} from '../members/members.dto';
import { MembersService } from '../members/members.service';
import { ResidencyService } from '../members/residency.service';
import type { KnownLabs } from '../members/unique-email';
import { MemberDto, MemberListDto } from './staff-member.dto';
import { toStaffMemberView } from './staff-member-view';
import { StaffMembersService } from './staff-members.service';

/** The labs whose members a caller may learn about when an e-mail address is already used. */
const knownTo = (account: CurrentAccountInfo, evenIf: 'same-email' | undefined): KnownLabs =>
  evenIf ? 'any-email' : labsAllowed(account, 'member.read-any');

@ApiTags('members')
@Controller('v1/members')
export class MembersController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly staffMembers: StaffMembersService,
    private readonly residency: ResidencyService,
  ) {}

  /** Lists members, by name unless `sort` says otherwise. Staff of a lab see the members that their lab knows. */
  @Can('member.read-any', 'network')
  @ZodResponse({ type: MemberListDto })
  @Get()
  async list(@CurrentAccount() account: CurrentAccountInfo, @Query() query: MemberSearchDto) {
    const { items, ...where } = await this.staffMembers.list(query, labsAllowed(account, 'member.read-any'));
    return { items: items.map((each) => toStaffMemberView(each, this.clock.now())), ...where };
  }

  /** Registers a member. */
  @Can('member.manage', 'network')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post()
  @Faults(
    'AUTH.OTHER_LAB',
    'MEMBER.GUARDIAN_CIRCLE',
    'MEMBER.GUARDIAN_MINOR',
    'MEMBER.GUARDIAN_MISSING',
    'MEMBER.GUARDIAN_ONESELF',
    'MEMBER.GUARDIAN_UNKNOWN',
    'MEMBER.NOT_HOME_LAB',
    'MEMBER.NOT_KNOWN',
    'MEMBER.DUPLICATE',
    'MEMBER.DUPLICATE_ELSEWHERE',
    'MEMBER.UNKNOWN_CATEGORY',
    'MEMBER.UNKNOWN_LAB',
  )
  async create(
    @CurrentAccount() account: CurrentAccountInfo,
    @Query() { evenIf }: EvenIfDto,
    @Body() body: NewMemberDto,
  ) {
    if (body.homeLabId) demandIn(account, 'member.manage', body.homeLabId);
    return this.viewMember((await this.members.create(account, body, knownTo(account, evenIf))).id);
  }

  /** Shows one member. */
  @Can('member.read-any', 'member')
  @ZodResponse({ type: MemberDto })
  @Get(':id')
  @Faults('MEMBER.UNKNOWN')
  get(@PathId() id: MemberId) {
    return this.viewMember(id);
  }

  /** Changes the fields of a member that are in the request. */
  @Can('member.manage', 'member')
  @ZodResponse({ type: MemberDto })
  @Patch(':id')
  @Faults(
    'AUTH.OTHER_LAB',
    'MEMBER.GUARDIAN_CIRCLE',
    'MEMBER.GUARDIAN_MINOR',
    'MEMBER.GUARDIAN_MISSING',
    'MEMBER.GUARDIAN_ONESELF',
    'MEMBER.GUARDIAN_UNKNOWN',
    'MEMBER.NOT_HOME_LAB',
    'MEMBER.NOT_KNOWN',
    'MEMBER.DUPLICATE',
    'MEMBER.DUPLICATE_ELSEWHERE',
    'MEMBER.UNKNOWN',
    'MEMBER.UNKNOWN_CATEGORY',
    'MEMBER.UNKNOWN_LAB',
  )
  async change(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Query() { evenIf }: EvenIfDto,
    @Body() body: MemberChangesDto,
  ) {
    if (body.homeLabId) demandIn(account, 'member.manage', body.homeLabId);
    await this.members.change(account, id, body, knownTo(account, evenIf));
    return this.viewMember(id);
  }

  /** Lists the proofs of residence of a member, newest first, including withdrawn ones. */
  @Can('member.read-any', 'member')
  @ZodResponse({ type: ResidencyHistoryDto })
  @Get(':id/residency')
  @Faults('MEMBER.UNKNOWN')
  async residencyHistory(@PathId() id: MemberId) {
    const history = await this.residency.history(id);
    const items = history.map(({ validUntil, verifiedAt, verifiedBy, withdrawnAt, withdrawnBy }) => ({
      ...{ validUntil: toIso(validUntil), verifiedAt: toIso(verifiedAt), verifiedBy },
      ...{ withdrawnAt: toIsoOrNull(withdrawnAt), withdrawnBy },
    }));
    return { items, total: items.length };
  }

  /** Records that staff have seen a proof of residence, and until when it is valid. */
  @Can('member.verify-residency', 'member')
  @ZodResponse({ status: 201, type: MemberDto })
  @Post(':id/residency')
  @Faults('MEMBER.RESIDENCY_PAST', 'MEMBER.UNKNOWN')
  async verifyResidency(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Body() { validUntil }: NewResidencyDto,
  ) {
    await this.residency.verify(id, validUntil, accountId);
    return this.viewMember(id);
  }

  /** Withdraws a proof of residence that was recorded by mistake. */
  @Can('member.verify-residency', 'member')
  @ZodResponse({ type: MemberDto })
  @Delete(':id/residency')
  @Faults('MEMBER.UNKNOWN')
  async withdrawResidency(@CurrentAccount() { accountId }: CurrentAccountInfo, @PathId() id: MemberId) {
    await this.residency.withdraw(id, accountId);
    return this.viewMember(id);
  }

  private async viewMember(id: MemberId) {
    return toStaffMemberView(await this.staffMembers.get(id), this.clock.now());
  }
}
