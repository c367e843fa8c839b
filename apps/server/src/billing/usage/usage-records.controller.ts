import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../accounts/access';
import { UsageService } from './usage.service';
import { OwnUsageFilterDto, UsageFilterDto, UsageRecordListDto } from './usage-record.dto';

@ApiTags('billing')
@Controller('v1/usage-records')
export class UsageRecordsController {
  constructor(private readonly usage: UsageService) {}

  /** What finished prints used, cost and were charged; the latest first. Free access shows its value. */
  @Get()
  @Can('usage.read', 'network')
  @ZodResponse({ type: UsageRecordListDto })
  list(@Query() filter: UsageFilterDto) {
    return this.usage.list(filter);
  }

  /** What one's own prints cost, or would have cost. */
  @Get('mine')
  @Can('usage.read-own', 'network')
  @ZodResponse({ type: UsageRecordListDto })
  mine(@CurrentAccount() { memberId }: CurrentAccountInfo, @Query() filter: OwnUsageFilterDto) {
    return this.usage.list({ ...filter, memberId });
  }
}
