import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { UsageService } from './usage.service';
import { OwnUsageFilterDto, UsageFilterDto, UsageRecordListDto } from './usage-record.dto';

@ApiTags('billing')
@Controller('v1/usage-records')
export class UsageRecordsController {
  constructor(private readonly usage: UsageService) {}

  /**
   * Lists what finished prints used, what they cost and what was charged, newest first. Free prints are shown
   * with their value.
   */
  @Get()
  @Can('usage.read', 'network')
  @ZodResponse({ type: UsageRecordListDto })
  list(@Query() filter: UsageFilterDto) {
    return this.usage.list(filter);
  }

  /** Lists what your own prints used and cost, newest first. */
  @Get('mine')
  @Can('usage.read-own', 'network')
  @ZodResponse({ type: UsageRecordListDto })
  mine(@CurrentAccount() { memberId }: CurrentAccountInfo, @Query() filter: OwnUsageFilterDto) {
    return this.usage.list({ ...filter, memberId });
  }
}
