import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Clock, MemberId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { CLOCK } from '../../platform/kit/config';
import { viewInduction, viewOwnInduction } from './induction-view';
import {
  InductionDto,
  InductionListDto,
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

  /** Lists your own inductions. */
  @SignedIn('account:read')
  @ZodResponse({ type: OwnInductionListDto })
  @Get('me/inductions')
  async own(@CurrentAccount() { memberId }: CurrentAccountInfo) {
    const found = await this.inductions.list(memberId);
    return { items: found.map((each) => viewOwnInduction(each, this.clock.now())), total: found.length };
  }

  /** Lists the inductions of a member, including expired and withdrawn ones. */
  @Can('induction.read', 'member')
  @ZodResponse({ type: InductionListDto })
  @Get('members/:id/inductions')
  @Faults('MEMBER.UNKNOWN')
  async list(@PathId() id: MemberId) {
    const found = await this.inductions.list(id);
    return { items: found.map((each) => viewInduction(each, this.clock.now())), total: found.length };
  }

  /** Records an induction of a member on a kind of machine. The trainer’s lab must already know the member. */
  @Can('induction.grant', 'member')
  @ZodResponse({ status: 201, type: InductionDto })
  @Post('members/:id/inductions')
  @Faults(
    'AUTH.OTHER_LAB',
    'INDUCTION.PAST',
    'INDUCTION.SELF',
    'LAB.UNKNOWN',
    'MACHINE.UNKNOWN_KIND',
    'MEMBER.UNKNOWN',
  )
  async grant(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: MemberId,
    @Body() body: NewInductionDto,
  ) {
    return viewInduction(await this.inductions.grant(account, id, body), this.clock.now());
  }

  /** Withdraws an induction, with a reason. Only a trainer of the lab where it was given may do this. */
  @Can('induction.grant', 'network')
  @ZodResponse({ status: 200, type: InductionDto })
  @HttpCode(200)
  @Post('inductions/:id/withdraw')
  @Faults('AUTH.OTHER_LAB', 'INDUCTION.UNKNOWN', 'INDUCTION.WITHDRAWN')
  async withdraw(
    @CurrentAccount() account: CurrentAccountInfo,
    @PathId() id: string,
    @Body() { reason }: WithdrawalDto,
  ) {
    return viewInduction(await this.inductions.withdraw(account, id, reason), this.clock.now());
  }
}
