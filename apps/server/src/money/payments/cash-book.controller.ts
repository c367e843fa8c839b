import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { CashBookDto, CashBookQueryDto, CountCashDto } from './accounts.dto';
import { CashBookService } from './cash-book.service';

/** The cash of tills. */
@ApiTags('billing')
@Controller('v1/cash-book')
export class CashBookController {
  constructor(private readonly book: CashBookService) {}

  /** Shows the cash of a till on one day: what was there, what moved, what should be there, what was counted. */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: CashBookDto })
  read(@Query() query: CashBookQueryDto) {
    return this.book.read(query);
  }

  /** Records a count of a till. The last count of a day is valid. */
  @Post('counts')
  @Can('payment.manage', 'network')
  @ZodResponse({ status: 201, type: CashBookDto })
  @Faults('PAYMENT.IN_FUTURE', 'CASH.LATER_COUNT', 'CASH.REASON_MISSING')
  count(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() body: CountCashDto) {
    return this.book.count(accountId, body);
  }
}
