import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo, SignedIn } from '../../../platform/http/access';
import { Faults } from '../../../platform/http/faults';
import { toIso } from '../../../platform/http/fields';
import { PathId } from '../../../platform/http/path-params';
import { REQUEST_LIVES_MS, SlicerRequestsService } from './requests/slicer-requests.service';
import { SlicerAddressListDto, SlicerDecisionDto, SlicerRequestDto } from './slicers.dto';
import { SlicerTargets } from './targets.service';

/** What the page “Connect my slicer” needs; the slicers themselves use `/s/…`. */
@ApiTags('jobs')
@Controller('v1')
export class SlicersController {
  constructor(
    private readonly targets: SlicerTargets,
    private readonly requests: SlicerRequestsService,
  ) {}

  /** Lists the addresses to enter in slicers: one for each lab, and one for each of its machines. */
  @Get('slicer-addresses')
  @Can('job.submit', 'network')
  @ZodResponse({ type: SlicerAddressListDto })
  async addresses() {
    const items = await this.targets.list();
    return { items, total: items.length };
  }

  /** Shows a slicer's request for a token, which waits for your decision. */
  @Get('slicer-requests/:id')
  @SignedIn('account:write')
  @ZodResponse({ type: SlicerRequestDto })
  @Faults('SLICER.REQUEST_UNKNOWN')
  async request(@PathId() id: string) {
    const { app, code, createdAt } = await this.requests.find(id);
    return { id, app, code, createdAt: toIso(createdAt), expiresAt: toIso(createdAt + REQUEST_LIVES_MS) };
  }

  /** Allows or denies a slicer's request. If you allow it, the slicer gets a token of your account. */
  @Post('slicer-requests/:id/decision')
  @SignedIn('account:write')
  @HttpCode(204)
  @Faults('SLICER.REQUEST_UNKNOWN')
  async decide(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: string,
    @Body() { allow }: SlicerDecisionDto,
  ): Promise<void> {
    await this.requests.decide(accountId, id, allow);
  }
}
