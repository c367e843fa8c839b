import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, SignedIn } from '../accounts/access';
import { CLOCK } from '../config';
import { MemberParamDto } from '../people/members.dto';
import { viewInduction, viewOwnInduction } from './induction-view';
import {
  InductionDto,
  InductionListDto,
  InductionParamDto,
  NewInductionDto,
  OwnInductionListDto,
  WithdrawalDto,
} from './inductions.dto';
import { InductionsService } from './inductions.service';

@ApiTags('inductions')
@Controller('v1')
export class InductionsController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly inductions: InductionsService,
  ) {}

  @ApiOperation({ summary: 'What you may use' })
  @SignedIn('account:read')
  @ZodResponse({ type: OwnInductionListDto })
  @Get('me/inductions')
  async own(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const found = await this.inductions.list(memberId);
    return { items: found.map((each) => viewOwnInduction(each, this.clock.now())), total: found.length };
  }

  @ApiOperation({ summary: 'What a member may use, and could' })
  @Can('induction.read', 'member')
  @ZodResponse({ type: InductionListDto })
  @Get('members/:id/inductions')
  async list(@Param() { id }: MemberParamDto) {
    const found = await this.inductions.list(id);
    return { items: found.map((each) => viewInduction(each, this.clock.now())), total: found.length };
  }

  /** Of members that the trainer's lab knows, also those of other labs: naming a stranger would make them known. */
  @ApiOperation({ summary: 'A member was shown how to use a kind of machine: in every lab they may' })
  @Can('induction.grant', 'member')
  @ZodResponse({ status: 201, type: InductionDto })
  @Post('members/:id/inductions')
  async grant(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: MemberParamDto,
    @Body() body: NewInductionDto,
  ) {
    return viewInduction(await this.inductions.grant(account, id, body), this.clock.now());
  }

  @ApiOperation({ summary: 'Withdraw an induction that was given in your lab, saying why' })
  @Can('induction.grant', 'network')
  @ZodResponse({ status: 200, type: InductionDto })
  @HttpCode(200)
  @Post('inductions/:id/withdraw')
  async withdraw(
    @CurrentAccount() account: CurrentAccountInfo,
    @Param() { id }: InductionParamDto,
    @Body() { reason }: WithdrawalDto,
  ) {
    return viewInduction(await this.inductions.withdraw(account, id, reason), this.clock.now());
  }
}
