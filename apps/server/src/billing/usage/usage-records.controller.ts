import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Can } from '../../accounts/access';
import { pageSchema } from '../../api/fields';
import { UsageService } from './usage.service';
import { UsageRecordDto } from './usage-record.dto';

class PageDto extends createZodDto(pageSchema) {}

@ApiTags('billing')
@Controller('v1/usage-records')
export class UsageRecordsController {
  constructor(private readonly usage: UsageService) {}

  /** What finished prints used, cost and were charged; the latest first. Free access shows its value. */
  @Get()
  @Can('usage.read')
  @ZodResponse({ type: [UsageRecordDto] })
  list(@Query() page: PageDto) {
    return this.usage.list(page);
  }
}
