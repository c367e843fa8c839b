import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { ClosePeriodDto, ClosureDto, ClosureListDto, ClosureSearchDto } from './closures.dto';
import { ClosuresService } from './closures.service';

/** Closures of the books. */
@ApiTags('billing')
@Controller('v1/closures')
export class ClosuresController {
  constructor(private readonly closures: ClosuresService) {}

  /** Lists closures, the latest days first, and what can be closed. */
  @Get()
  @Can('books.read', 'network')
  @ZodResponse({ type: ClosureListDto })
  list(@Query() search: ClosureSearchDto) {
    return this.closures.list(search);
  }

  /** Closes a month or a year that is over, with everything before it. Called again, it changes nothing. */
  @Post()
  @Can('books.close', 'network')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: ClosureDto })
  @Faults('CLOSURE.NOT_OVER', 'CLOSURE.NOTHING')
  close(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() { period }: ClosePeriodDto) {
    return this.closures.close(accountId, period);
  }
}
